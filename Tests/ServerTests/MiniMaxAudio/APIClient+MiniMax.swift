import Foundation
import TestSupport

extension APIClient {
    /// Asks for speech, and waits for it.
    func createMP3(_ fields: [String: JSON], once: String? = nil) async throws -> HTTPAnswer {
        try await post("/v1/minimax/audio/create-mp3", .object(fields), headers: once.map { ["Idempotency-Key": $0] } ?? [:])
    }

    /// Asks for speech by a form whose body is `body`.
    func createMP3(form body: String, boundary: String = "boundary=x", once: String? = nil) async throws -> HTTPAnswer {
        var headers = ["Content-Type": boundary.isEmpty ? "multipart/form-data" : "multipart/form-data; \(boundary)"]
        headers["Idempotency-Key"] = once
        return try await send("POST", "/v1/minimax/audio/create-mp3", headers: headers, body: Data(body.utf8))
    }

    /// A form of texts, with the boundary `x` unless it is another.
    static func form(_ fields: KeyValuePairs<String, String>, boundary: String = "x") -> String {
        fields.map { "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n" }.joined() + "--\(boundary)--\r\n"
    }

    /// The audio of an answer, decoded.
    func audio(of answer: HTTPAnswer) async throws -> (bytes: Data, sound: DecodedAudio) {
        let link = try answer.json["audio_url"].string ?? ""
        let file = try await anonymous.get(link)
        guard file.status == 200, file["Content-Type"] == "audio/mpeg" else { throw HTTPFailure(description: "\(answer.text): \(file.status)") }
        return (file.body, try DecodedAudio(file.body))
    }

    /// How many clips an account has.
    func clipCount(account: String = "local") async throws -> Int? {
        try await get("/v1/minimax/audio/?account=\(account)").json["total"].integer
    }
}
