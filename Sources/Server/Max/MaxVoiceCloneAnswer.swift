import Platform

/// A voice clone, as this family answers it.
struct MaxVoiceCloneAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case id
        case needNoiseReduction = "need_noise_reduction"
        case previewText = "preview_text"
    }

    private let id: String
    private let voice: TaggedVoice
    private let needNoiseReduction: Bool
    private let previewText: String

    /// - Parameter links: Where its picture and its sample are.
    init(_ clone: VoiceClone, links: VoiceLinks) {
        id = clone.id
        voice = TaggedVoice(ListedVoice(clone), spelling: .max, links: links)
        needNoiseReduction = clone.reducesNoise
        previewText = clone.previewText ?? ""
    }

    func encode(to encoder: any Encoder) throws {
        try voice.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(needNoiseReduction, forKey: .needNoiseReduction)
        try container.encode(previewText, forKey: .previewText)
    }
}
