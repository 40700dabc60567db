import ArgumentParser
import Foundation
import Speech

/// `mynah voices`: who can speak.
struct ListVoices: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voices",
        abstract: "List the voices.",
        discussion: """
            Examples:
              mynah voices --language vi
              mynah voices --age senior --accent scottish
              mynah voices --gender female --json
            """)

    @Option(help: "Only voices of this language: a tag, as en or en-GB, or a part of its name.")
    var language: String?

    @Option(help: "Only voices of this gender: female, male or neutral.")
    var gender: Gender?

    @Option(help: "Only voices of this age: \(Age.allCases.map(\.rawValue).joined(separator: ", ")).")
    var age: Age?

    @Option(help: "Only voices with this accent: american, british, scottish…")
    var accent: String?

    @Option(help: "Only voices of this engine: espeak-ng or flite.")
    var engine: EngineVoice.Engine?

    @Option(help: "Only voices with this in their id or name.")
    var search: String?

    @Flag(help: "Write them as JSON.")
    var json = false

    func run() throws {
        let voices = VoiceCatalogue.system.voices.filter(matches)
        if json { try printJSON(voices) } else { printTable(voices) }
    }

    private func matches(_ voice: Voice) -> Bool {
        if let language, !isLanguage(language.lowercased(), of: voice) { return false }
        if let gender, voice.gender != gender { return false }
        if let age, voice.age != age { return false }
        if let accent, voice.accent.lowercased() != accent.lowercased() { return false }
        if let engine, voice.base.engine != engine { return false }
        guard let search = search?.lowercased() else { return true }
        return voice.id.lowercased().contains(search) || voice.name.lowercased().contains(search)
    }

    private func isLanguage(_ language: String, of voice: Voice) -> Bool {
        let tag = voice.language.lowercased()
        return tag == language || tag.hasPrefix(language + "-") || (language.count > 3 && voice.languageName.lowercased().contains(language))
    }

    private func printTable(_ voices: [Voice]) {
        let rows =
            [["ID", "LANGUAGE", "GENDER", "AGE", "ACCENT", "ENGINE", "NAME"]]
            + voices.map { [$0.id, $0.language, $0.gender.rawValue, $0.age.rawValue, $0.accent, $0.base.engine.rawValue, $0.name] }
        Table(rows).print(orSay: "No voice is like that: `mynah voices` lists them all.")
    }

    private func printJSON(_ voices: [Voice]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(voices.map(VoiceDescription.init)), as: UTF8.self))
    }

    private struct VoiceDescription: Encodable {
        var id: String
        var voiceId: String
        var name: String
        var language: String
        var gender: Gender
        var age: Age
        var accent: String
        var useCases: [String]
        var character: [String]
        var engine: String
        var description: String

        init(_ voice: Voice) {
            id = voice.id
            voiceId = voice.familyIDs.credits
            name = voice.name
            language = voice.language
            gender = voice.gender
            age = voice.age
            accent = voice.accent
            useCases = voice.useCases
            character = voice.character
            engine = voice.base.engine.rawValue
            description = voice.description
        }
    }
}

extension Age: ExpressibleByArgument {}
extension Gender: ExpressibleByArgument {}
extension EngineVoice.Engine: ExpressibleByArgument {}
