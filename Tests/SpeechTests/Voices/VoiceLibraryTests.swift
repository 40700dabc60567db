import Testing

@testable import Speech

@Suite struct VoiceLibraryTests {
    private static let header = "id | name | language | gender | age | accent | use cases | character | speaks with | timbre | ids"
    private let voices = VoiceCatalogue.system.voices

    private func library(_ row: String) throws -> VoiceLibrary {
        try VoiceLibrary(table: "\(Self.header)\n\(row)\n")
    }

    @Test func `a row is a voice`() throws {
        let row =
            "ada | Ada | en-US | female | young adult | american | news, education | warm, clear | espeak-ng en-us | pitch +9.5, breath 0.1 | max 42"
        let voice = try #require(library(row).voices.first)
        #expect(voice.id == "ada" && voice.name == "Ada" && voice.language == "en-US" && voice.gender == .female && voice.age == .youngAdult)
        #expect(voice.accent == "american" && voice.useCases == ["news", "education"] && voice.character == ["warm", "clear"])
        #expect(voice.base == EngineVoice(engine: .espeak, name: "en-us", timbre: Timbre(pitch: 9.5, breath: 0.1)))
        #expect(voice.familyIDs.max == "42" && voice.familyIDs.unique == "Mynah_ada")
        #expect(
            voice.description
                == "A warm, clear young adult woman speaking English (America). espeak-ng speaks every language for her.")
    }

    @Test(arguments: [
        ("ada | Ada | en", "there are 3 columns: give it 11"),
        ("a | A | en | woman | adult | a | b | c | flite slt | rate 1", "the gender woman is not female, male or neutral"),
        ("a | A | en | male | old | a | b | c | flite slt | rate 1", "the age old is none that there is"),
        ("a | A | en | male | adult | a | b | c | festival kal | rate 1", "festival kal is not an engine and its voice"),
        ("a | A | en | male | adult | a | b | c | flite | rate 1", "flite is not an engine and its voice"),
        ("a | A | en | male | adult | a | b | c | flite slt | rate 9", "rate is a number from 0.6 to 1.6"),
        ("a | A | en | male | adult | a | b | c | flite slt | rate much", "rate is a number from 0.6 to 1.6"),
        ("a | A | en | male | adult | a | b | c | flite slt | colour 1", "a timbre has no colour"),
        ("a | A | en | male | adult | a | b | c | flite slt | rate", "rate is not a name and its value, each name once"),
        ("a | A | en | male | adult | a | b | c | flite slt | rate 1, rate 1", "rate 1 is not a name and its value, each name once"),
        ("a | A | en | male | adult | a | b | c | flite slt | rate 1 | home 5", "home is no family with ids of its own"),
    ])
    func `what is wrong with a row is said`(row: String, reason: String) {
        #expect(throws: VoiceLibraryError(row: 2, reason: reason)) { try library(row) }
    }

    @Test func `a language without rules of its own says whose it is read by`() throws {
        let filipino = try #require(voices.first { $0.language == "fil" })
        #expect(filipino.description.hasSuffix("It has no rules for Filipino: it is read by those of Malay."))
        let nynorsk = try #require(voices.first { $0.language == "nn" })
        #expect(nynorsk.description.hasSuffix("It has no rules for Norwegian Nynorsk: it is read by those of Norwegian Bokmål."))
    }

    @Test func `every language has a woman and a man`() {
        for (language, voices) in Dictionary(grouping: voices, by: \.language) {
            #expect(voices.contains { $0.gender == .female } || language == "en-US", "\(language) has no woman")
            #expect(voices.contains { $0.gender == .male }, "\(language) has no man")
        }
    }

    @Test func `there are voices of all ages, and English has many accents`() {
        for age in Age.allCases {
            for gender in [Gender.female, .male] {
                #expect(voices.contains { $0.age == age && $0.gender == gender }, "there is no \(age.rawValue) \(gender.rawValue)")
            }
        }
        let english = voices.filter { $0.language.primaryLanguage == "en" }
        #expect(english.count >= 40)
        #expect(Set(english.map(\.accent)).isSuperset(of: ["american", "british", "scottish", "caribbean", "received pronunciation"]))
        #expect(voices.count >= 300)
    }

    @Test(arguments: [
        ("uju3wxzG5OhpWcoi3SMy", "Sarah"), ("226893671006272", "Trustworthy Man"), ("English_Trustworth_Man", "Trustworthy Man"),
        ("209544421245048", "Diligent Leader"), ("Italian_DiligentLeader", "Diligent Leader"), ("209533299589184", "Calm Woman"),
    ])
    func `the voices that published examples name are there`(id: String, name: String) {
        #expect(VoiceCatalogue.system.voice(id)?.name == name)
    }

    @Test func `every voice is good for something, and sounds like something`() {
        for voice in voices { #expect(!voice.useCases.isEmpty && !voice.character.isEmpty, "\(voice.id)") }
    }

    @Test func `no two voices sound the same by their data`() {
        let sounds = voices.map(\.base)
        #expect(Set(sounds).count == sounds.count)
    }
}
