extension SpeechRequest {
    /// The prosody that is asked for, as the delivery changes it.
    public var deliveredProsody: Prosody {
        prosody.changed(by: delivery.prosodyChange)
    }

    /// What the delivery leaves of a voice's profile; nil for a voice without one.
    public func deliveredProfile(of voice: Voice) -> VoiceProfile? {
        voice.profile?.keeping(delivery.profileShare)
    }

    /// The effects that are asked for, with what the delivery adds; nil for none.
    public var deliveredEffects: VoiceEffects? {
        guard delivery.speakerBoost else { return effects }
        var effects = effects ?? .none
        effects.presence = true
        return effects
    }
}
