import Foundation

extension APIClient {
    /// Asks for speech.
    ///
    /// - Parameter once: The `Idempotency-Key`; nil for none.
    public func speak(_ text: String, voice: String = "en-us", format: String? = nil, once: String? = nil) async throws -> HTTPAnswer {
        var fields: [String: JSON] = ["text": .string(text), "voiceId": .string(voice)]
        if let format { fields["format"] = .string(format) }
        return try await post("/api/v1/tts", .object(fields), headers: once.map { ["Idempotency-Key": $0] } ?? [:])
    }

    /// The task of that id, once it is finished.
    public func finished(_ id: String) async throws -> JSON {
        _ = try await get("/api/v1/tts/\(id)/audio?wait=120")
        return try await get("/api/v1/tts/\(id)").json["speech"]
    }

    /// Asks for speech, and answers the task once it is finished.
    public func spoken(_ text: String, voice: String = "en-us", format: String? = nil) async throws -> JSON {
        let answer = try await speak(text, voice: voice, format: format)
        guard let id = try answer.json["speechId"].string else { throw HTTPFailure(description: answer.text) }
        return try await finished(id)
    }

    /// What can be spent.
    public func credits() async throws -> Int? {
        try await get("/api/v1/credits").json["credits"].integer
    }

    /// How often the voice of that id was asked to speak.
    public func usageCount(ofVoice id: String) async throws -> Int? {
        try await allVoices().first { $0["id"].string == id }?["usageCount"].integer
    }

    /// Every voice, page by page.
    public func allVoices() async throws -> [JSON] {
        var voices: [JSON] = []
        var page = 1
        while true {
            let answer = try await get("/api/v1/voices?limit=100&page=\(page)").json
            voices += answer["voices"].elements
            guard answer["pagination"]["hasNext"] == true else { return voices }
            page += 1
        }
    }
}
