import ArgumentParser
import Speech

/// What is done to a voice once it has spoken, as options of a command.
struct EffectOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: "-100 (a deep voice, of a large body) to 100 (a light one).")
    var deepenLighten = 0.0

    @Option(parsing: .unconditional, help: "-100 (strong: bright and near) to 100 (soft: dark and gentle).")
    var strongerSofter = 0.0

    @Option(parsing: .unconditional, help: "-100 (in the nose) to 100 (crisp).")
    var nasalCrisp = 0.0

    @Flag(help: "Single echoes answer the voice.")
    var spaciousEcho = false

    @Flag(help: "The voice is heard through a telephone.")
    var lofiTelephone = false

    @Flag(help: "The voice keeps to one pitch.")
    var robotic = false

    @Flag(help: "The voice is heard in a large hall.")
    var auditoriumEcho = false

    func validate() throws {
        for (name, strength) in [("deepen-lighten", deepenLighten), ("stronger-softer", strongerSofter), ("nasal-crisp", nasalCrisp)] {
            guard VoiceEffects.strengths.contains(strength) else { throw ValidationError("--\(name) is a number from -100 to 100.") }
        }
    }

    /// The effects; nil where none is asked for.
    var effects: VoiceEffects? {
        let effects = VoiceEffects(
            deepenLighten: deepenLighten, strongerSofter: strongerSofter, nasalCrisp: nasalCrisp, spaciousEcho: spaciousEcho,
            lofiTelephone: lofiTelephone, robotic: robotic, auditoriumEcho: auditoriumEcho)
        return effects == .none ? nil : effects
    }
}
