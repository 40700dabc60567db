import Speech

/// What a finished file was made of, as a hash: the same request, spoken by the same voice and the same version, gives the same bytes.
package struct SpeechFingerprint: Sendable, Hashable {
    /// SHA-256, in Base64.
    let value: String

    private struct Content: Encodable {
        var request: SpeechRequest
        var voice: String
        var language: String
        var base: EngineVoice
        var variant: String
        var profile: VoiceProfile?
        var version: String
    }

    /// What `request` comes to.
    ///
    /// - Parameters:
    ///   - voice: The voice that the request names.
    ///   - version: Which program and which engines speak it.
    init(of request: SpeechRequest, voice: Voice, version: String) throws {
        value = try StoredJSON.hash(
            of: Content(
                request: request, voice: voice.id, language: voice.language, base: voice.base, variant: voice.variant, profile: voice.profile,
                version: version))
    }
}
