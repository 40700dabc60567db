import ArgumentParser
import Foundation
import Platform
import Speech

/// `mynah voices`: who can speak.
struct ListVoices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voices",
        abstract: "List the voices: the system's, and those that were cloned in the data folder.",
        discussion: """
            Examples:
              mynah voices --language vi
              mynah voices --age senior --accent scottish
              mynah voices --gender female --json
              mynah voices --user ada
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

    @Option(help: "Only voices that this user has cloned.")
    var user: String?

    @Flag(help: "Write them as JSON.")
    var json = false

    @OptionGroup var options: DataOptions

    private struct Entry {
        var voice: Voice
        /// Who has cloned it; nil for the system's.
        var user: String?
    }

    func run() async throws {
        let system = user == nil ? VoiceCatalogue.system.voices.map { Entry(voice: $0) } : []
        let entries = try await (system + clones()).filter { matches($0.voice) }
        if json { try printJSON(entries) } else { printTable(entries) }
    }

    /// The clones, user by user, the newest of each first.
    private func clones() async throws -> [Entry] {
        if let user {
            let installation = try await options.installation()
            return try await clones(of: installation.users.named(user), in: installation)
        }
        guard let installation = try await Installation.existing(options.settings()) else { return [] }
        var entries: [Entry] = []
        for user in try await installation.users.list() { entries += try await clones(of: user, in: installation) }
        return entries
    }

    private func clones(of user: User, in installation: Installation) async throws -> [Entry] {
        try await installation.voices.clones(of: user.id).map { Entry(voice: $0.voice, user: user.name) }
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

    private func printTable(_ entries: [Entry]) {
        let rows = entries.map(\.voice).map {
            [$0.id, $0.language, $0.gender.rawValue, $0.age.rawValue, $0.accent, $0.base.engine.rawValue, $0.name]
        }
        Table([["ID", "LANGUAGE", "GENDER", "AGE", "ACCENT", "ENGINE", "NAME"]] + rows)
            .print(orSay: "No voice is like that: `mynah voices` lists them all.")
    }

    private func printJSON(_ entries: [Entry]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(entries.map(VoiceDescription.init)), as: UTF8.self))
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
        var user: String?

        init(_ entry: Entry) {
            let voice = entry.voice
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
            user = entry.user
        }
    }
}

extension Age: ExpressibleByArgument {}
extension Gender: ExpressibleByArgument {}
extension EngineVoice.Engine: ExpressibleByArgument {}
