import Narration
import Speech
import SpeechEngines
import TestSupport
import Testing

@Suite struct LanguageTests {
    /// The voices that are a language's first.
    private static let languages = VoiceCatalogue.system.voices.filter { $0.base.engine == .espeak && $0.variant.isEmpty }.map(\.base.name)

    /// A number, which nearly every language can read; a word for those that can't (Cherokee only in Latin letters).
    private static func word(in language: String) -> String {
        switch language {
        case "chr-US-Qaaa-x-west": "osiyo"
        case "he": "שלום"
        case "cv", "nog": "мама"
        case "tk", "sjn", "qya": "mama"
        default: "21"
        }
    }

    @Test(arguments: languages)
    func `every language of the catalogue is spoken`(language: String) async throws {
        let text = Self.word(in: language)
        let spoken = try await Spoken(text, voice: language, format: .pcm)
        let samples = spoken.bytes.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
        #expect(samples.contains { abs(Int($0)) > 3000 })
        #expect(spoken.narration.words.map(\.range) == [0..<text.utf8.count])
    }

    @Test func `the catalogue has every language that espeak-ng has`() throws {
        // Only asked for its list: nothing is spoken in this process.
        let known = Set(try EspeakEngine().languages)
        #expect(known.subtracting(Self.languages).isEmpty)
        #expect(Set(Self.languages).subtracting(known).isEmpty)
    }

    @Test(arguments: ["fr-fr-female", "ja-female", "ta-female"])
    func `a language's other voice is another`(voice: String) async throws {
        let female = try await Spoken("21 22", voice: voice)
        let male = try await Spoken("21 22", voice: String(voice.dropLast("-female".count)))
        let pitches = (female: PitchTrack(try female.recording(sampleRate: 4000)), male: PitchTrack(try male.recording(sampleRate: 4000)))
        #expect(pitches.female.median > pitches.male.median * 1.2)
    }

    @Test func `a text that is plainly of another language is read in it, as when it is asked for`() async throws {
        let text = "Le train part à sept heures moins le quart, et nous devons être à la gare avant."
        let detected = try await Spoken(text, voice: "slt")
        let asked = try await Spoken(text, voice: "slt", language: "fr")
        let english = try await Spoken(text, voice: "slt", language: "en")
        #expect(detected.bytes == asked.bytes && detected.bytes != english.bytes)
        #expect(detected.narration.words.map(\.range) == TextBoundaries.words(in: text))
    }

    @Test func `all of a long text is read in one language`() async throws {
        let french = "Le train part à sept heures moins le quart, et nous devons être à la gare avant. "
        let text = String(repeating: french, count: 12) + "OK."
        let detected = try await Spoken(text, voice: "en-us")
        #expect(detected.bytes == (try await Spoken(text, voice: "en-us", language: "fr")).bytes)
    }
}
