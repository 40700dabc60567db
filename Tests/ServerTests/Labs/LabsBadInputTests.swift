import Foundation
import TestSupport
import Testing

/// What `POST /labs/task` refuses, parameter by parameter, and that a refusal costs nothing.
@Suite(.timeLimit(.minutes(3))) struct LabsBadInputTests {
    private static let user = Task { try await SharedServer.running.newUser(monthlyCredits: 300_000) }
    private static let good: [String: JSON] = ["input": "Hello world", "voice_id": "uju3wxzG5OhpWcoi3SMy", "model_id": "eleven_v3"]
    private static let models = "model_id is one of eleven_multilingual_v2, eleven_turbo_v2_5, eleven_flash_v2_5, eleven_v3"

    private static let refused: [RefusedFields] =
        RefusedFields.speech("input") + RefusedFields.required("voice_id") + RefusedFields.callback("call_back_url")
        + RefusedFields.number("style", [-0.01, 1.01, 1e308], "a number from 0 to 1")
        + RefusedFields.number("similarity", [-0.01, 1.01, -1e308], "a number from 0 to 1")
        + RefusedFields.number("stability", [-0.01, 1.01], "a number from 0 to 1")
        + RefusedFields.number("speed", [0, 0.69, 1.21, -1], "a number from 0.7 to 1.2") + RefusedFields.boolean("use_speaker_boost") + [
            RefusedFields(["voice_id": ""], "voice_id is empty: it is required"),
            RefusedFields(["voice_id": "UJU3wxzG5OhpWcoi3SMy"], "Voice not found or not available", status: 404),
            RefusedFields(["model_id": .some(nil)], "model_id is required: it is one of eleven_multilingual_v2"),
            RefusedFields(["model_id": ""], "model_id is required: it is one of eleven_multilingual_v2"),
            RefusedFields(["model_id": "eleven_v4"], models), RefusedFields(["model_id": 3], models),
            RefusedFields(["model_id": ["eleven_v3"]], models),
        ]

    @Test(arguments: refused)
    func `a bad field is refused with its name and what it takes`(fields: RefusedFields) async throws {
        try await fields.expect(at: "/api/v1/labs/task", by: try await Self.user.value, good: Self.good)
    }

    @Test(arguments: ["", "[]", "null", "{", "input=One."])
    func `a body that is no object is refused`(body: String) async throws {
        let answer = try await Self.user.value.send("POST", "/v1/labs/task", body: Data(body.utf8))
        #expect(answer.status == 400)
        #expect(try answer.json["error"] == "The body is not a JSON object.")
    }

    @Test func `other methods are refused with those that there are`() async throws {
        let client = try await Self.user.value
        for (method, path, allowed) in [
            ("PUT", "/v1/labs/task", "GET, HEAD, POST"), ("GET", "/v1/labs/task/subtitle/x", "POST"), ("POST", "/v1/me", "GET, HEAD"),
        ] {
            let answer = try await client.send(method, path)
            #expect(answer.status == 405 && answer["Allow"] == allowed)
            #expect(try answer.json.names == ["error", "message"])
        }
        #expect(
            try await client.get("/v1/labs/nothing").json == ["error": "There is nothing at this path", "message": "There is nothing at this path"])
    }
}
