import TestSupport
import Testing

/// What `POST /max/tasks` refuses, parameter by parameter, and that a refusal costs nothing.
@Suite(.timeLimit(.minutes(3))) struct MaxBadInputTests {
    private static let user = Task { try await SharedServer.running.newUser(monthlyCredits: 300_000) }
    private static let good: [String: JSON] = ["text": "Hello world", "voice_id": "226893671006272"]
    private static let models = "model_id is one of speech-2.5-hd-preview, speech-2.5-turbo-preview, speech-02-hd"
    private static let languages = "language is one of Auto, Vietnamese, English"

    private static let refused: [RefusedFields] =
        RefusedFields.speech("text") + RefusedFields.required("voice_id") + RefusedFields.callback("call_back_url") + RefusedFields.text("title")
        + RefusedFields.number("speed", [0, 0.49, 2.01, -1], "a number from 0.5 to 2")
        + RefusedFields.number("pitch", [-13, 13, 0.5, 1e300], "a whole number from -12 to 12")
        + RefusedFields.number("volume", [-0.1, 10.1], "a number from 0 to 10") + RefusedFields.boolean("is_clone") + [
            RefusedFields(["voice_id": ""], "voice_id is empty: it is required"),
            RefusedFields(["voice_id": "1"], "Voice not found or not available", status: 404),
            RefusedFields(["title": .string(String(repeating: "é", count: 501))], "title has at most 500 characters"),
            RefusedFields(["title": "a\u{202E}b"], "title holds no control characters but tabs and newlines, and no marks"),
            RefusedFields(["title": "a\u{0}b"], "title holds no control characters but tabs and newlines"),
            RefusedFields(["model_id": "speech-3"], models), RefusedFields(["model_id": 1], models),
            RefusedFields(["language": "Klingon"], languages), RefusedFields(["language": "en"], languages),
            RefusedFields(["language": 1], "language is a string"),
            RefusedFields(["is_clone": true], "is_clone is true, but voice_id names no voice clone of yours"),
        ]

    @Test(arguments: refused)
    func `a bad field is refused with its name and what it takes`(fields: RefusedFields) async throws {
        try await fields.expect(at: "/v1/max/tasks", by: try await Self.user.value, good: Self.good)
    }
}
