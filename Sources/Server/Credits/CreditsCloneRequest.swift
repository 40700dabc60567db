import Platform
import Speech

/// The body of `POST /api/v1/voice-clone`.
struct CreditsCloneRequest {
    /// What the clone is to be.
    let order: VoiceCloneOrder
    /// What it is cloned from.
    let recording: RecordingField

    /// The field that the recording comes in.
    private static let recordingField = "voice"
    /// The form's files.
    static let files = AcceptedFiles([recordingField], sizeLimit: RecordingField.sizeLimit)
    /// On which terms this family clones: for credits, what browsers record and people have.
    static let terms = VoiceCloneTerms(
        rules: ReferenceRules(formats: [.mp3, .wav, .webm], seconds: ReferenceRules.usual.seconds), recordingField: recordingField)

    /// - Throws: ``RequestError``, ``PlatformError``.
    init(_ fields: RequestFields) async throws {
        recording = try await RecordingField(Self.recordingField, of: fields)
        order = VoiceCloneOrder(
            title: try VoiceText.line("title", of: fields, limit: VoiceText.nameLimit),
            description: try VoiceText.paragraph("description", of: fields, limit: VoiceText.descriptionLimit),
            coverURL: try fields.string("coverImage").map { try CoverURL($0, field: "coverImage").text },
            tags: try VoiceText.tags("tags", of: fields), consents: try fields.boolean("consent") ?? false)
    }
}
