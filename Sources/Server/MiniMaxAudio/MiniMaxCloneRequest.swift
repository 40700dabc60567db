import Platform
import Speech

/// The body of `POST /v1/minimax/audio/clone-voice`.
struct MiniMaxCloneRequest {
    /// What the clone is to be.
    let order: VoiceCloneOrder
    /// The account that it names; nil for none.
    let account: String?
    /// What it is cloned from.
    let files: [MiniMaxID]

    /// On which terms this family clones: for nothing, from ten seconds on.
    static let terms = VoiceCloneTerms(
        price: 0, rules: ReferenceRules(formats: [.mp3, .wav], seconds: 10...ReferenceRules.usual.seconds.upperBound), recordingField: "files")
    /// The longest name, in characters.
    private static let nameLimit = 30
    /// How many recordings there may be.
    private static let fileLimit = 10

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        account = try fields.string("account")
        guard let name = try VoiceText.line("voice_name", of: fields, limit: Self.nameLimit) else {
            throw .invalid(field: "voice_name", "is required: a string")
        }
        guard let language = try LanguageTag.read("language_tag", of: fields) else {
            throw .invalid(field: "language_tag", "is required: a tag_name of voice_tag_language in audio/config")
        }
        let texts = try fields.requiredString("files").split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        guard (1...Self.fileLimit).contains(texts.count), Set(texts).count == texts.count else {
            throw .invalid(field: "files", "is 1 to \(Self.fileLimit) different ids that upload-sample answered, with commas between them")
        }
        var files: [MiniMaxID] = []
        for text in texts {
            guard let id = MiniMaxID(.recording, text: text) else {
                throw .invalid(field: "files", "is ids that look like user:…-minimax:…-file:…: take them as upload-sample answered them")
            }
            files.append(id)
        }
        self.files = files
        order = VoiceCloneOrder(
            title: name, language: language, reducesNoise: try fields.boolean("need_noise_reduction") ?? true,
            consents: try fields.boolean("consent") ?? false)
    }
}
