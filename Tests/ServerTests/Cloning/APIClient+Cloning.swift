import Foundation
import TestSupport

extension APIClient {
    /// Sends a form with a file.
    func upload(
        _ path: String, _ fields: KeyValuePairs<String, String> = [:], file: (field: String, file: Recordings.File), once: String? = nil,
        boundary: String = "x"
    ) async throws -> HTTPAnswer {
        let texts = fields.map { "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n" }.joined()
        let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.file.name)\"\r\n\r\n"
        var headers = ["Content-Type": "multipart/form-data; boundary=\(boundary)"]
        headers["Idempotency-Key"] = once
        return try await send(
            "POST", path, headers: headers, body: Data((texts + head).utf8) + file.file.bytes + Data("\r\n--\(boundary)--\r\n".utf8))
    }

    /// Asks the Credits family for a clone.
    func cloneByCredits(
        _ fields: KeyValuePairs<String, String> = [:], of file: Recordings.File, once: String? = nil, boundary: String = "x"
    )
        async throws -> HTTPAnswer
    {
        try await upload("/api/v1/voice-clone", fields, file: ("voice", file), once: once, boundary: boundary)
    }

    /// Asks the Max family for a clone.
    func cloneByMax(_ fields: KeyValuePairs<String, String> = [:], of file: Recordings.File, once: String? = nil) async throws -> HTTPAnswer {
        try await upload("/api/v1/max/voice-clones", fields, file: ("audio_file", file), once: once)
    }

    /// Sends the MiniMax audio family a recording to clone from.
    func uploadSample(_ file: Recordings.File, type: String = "audio/wav", query: String = "", once: String? = nil) async throws -> HTTPAnswer {
        var headers = ["Content-Type": type]
        headers["Idempotency-Key"] = once
        return try await send("POST", "/v1/minimax/audio/upload-sample/?\(query)", headers: headers, body: file.bytes)
    }

    /// Asks the MiniMax audio family for a clone of recordings that it was sent.
    func cloneByMiniMax(_ fields: [String: JSON], once: String? = nil) async throws -> HTTPAnswer {
        let usual: [String: JSON] = ["voice_name": "Me", "language_tag": "English"]
        return try await post(
            "/v1/minimax/audio/clone-voice", .object(usual.merging(fields) { $1 }), headers: once.map { ["Idempotency-Key": $0] } ?? [:])
    }

    /// The user's clones, as the Max family lists them.
    func clones() async throws -> [JSON] {
        try await get("/api/v1/max/voice-clones").json["voice_clones"].elements
    }
}
