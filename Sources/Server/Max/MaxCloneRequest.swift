import Platform
import Speech

/// The form of `POST /max/voice-clones`.
struct MaxCloneRequest {
    /// What the clone is to be.
    let order: VoiceCloneOrder
    /// What it is cloned from.
    let recording: RecordingField

    private static let recordingField = "audio_file"
    /// The form's files.
    static let files = AcceptedFiles([recordingField], sizeLimit: RecordingField.sizeLimit)
    /// On which terms this family clones: 30 a user.
    static let terms = VoiceCloneTerms(limit: 30, recordingField: recordingField)

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) async throws {
        recording = try await RecordingField(Self.recordingField, of: fields)
        order = VoiceCloneOrder(
            title: try VoiceText.line("voice_name", of: fields, limit: VoiceText.nameLimit),
            language: try LanguageTag.read("language_tag", of: fields) ?? .americanEnglish,
            reducesNoise: try fields.boolean("need_noise_reduction") ?? false, previewText: try fields.string("preview_text"),
            consents: try fields.boolean("consent") ?? false)
    }
}
