import EngineProtocol
import Speech
import Testing

@Suite struct MessageTests {
    private static let segment = SegmentRequest(
        text: "Xin chào, 世界 😀", runs: [SpokenRun(range: 0..<11, voice: EngineVoice(engine: .flite, name: "slt"))],
        pauses: [Pause(range: 11..<12, milliseconds: 250)], followsPause: true, sampleRate: 16_000,
        prosody: Prosody(speed: 1.1, pitch: -3.3, pitchRange: 0.1), emotion: .sad, isContinued: true,
        effects: VoiceEffects(nasalCrisp: -33, robotic: true))
    private static let finishing = Finishing(encoding: .standard(.opus), volume: 2.5, effects: VoiceEffects(deepenLighten: 0.5, spaciousEcho: true))
    private static let loudness = Loudness(blocks: [0.1, 1 / 3, 0], peaks: [0.5, 1, 0])

    @Test(arguments: [
        HostRequest.speak(segment), .speakAndFinish(segment, finishing),
        .finish(FinishRequest(sampleRate: 22_050, loudness: loudness, finishing: finishing)),
        .clone(CloneRequest(rules: ReferenceRules(formats: [.mp3, .webm], seconds: 10...60), reducesNoise: true, count: 3, sample: .standard(.mp3))),
        .inspect(InspectRequest(reducesNoise: true)),
    ])
    func `a request arrives as it was sent`(request: HostRequest) throws {
        let frame = try Frame(.request, message: request)
        #expect(frame.kind == .request)
        #expect(try frame.message(HostRequest.self) == request)
    }

    @Test func `a report arrives as it was sent`() throws {
        let words = [WordTiming(range: 0..<3, start: 0.1, end: 0.2), WordTiming(range: 4..<9, start: 1 / 3, end: 0.7)]
        let spoken = SpokenReport(sampleRate: 22_050, sampleCount: 12_345, words: words, loudness: Self.loudness)
        #expect(try Frame(.spoken, message: spoken).message(SpokenReport.self) == spoken)
        let finished = FinishedReport(duration: 1.05, size: 99)
        #expect(try Frame(.finished, message: finished).message(FinishedReport.self) == finished)
        for kind in [HostFailure.Kind.trouble, .refusal] {
            let failure = HostFailure(message: "Nein, \"so\" nicht.\n", kind: kind)
            #expect(try Frame(.failed, message: failure).message(HostFailure.self) == failure)
        }
        let recording = RecordingReport(format: .wav, duration: 31.9, speech: 1 / 3)
        #expect(try Frame(.inspected, message: recording).message(RecordingReport.self) == recording)
        let greeting = HostGreeting(confinement: ["limits"], versions: ["espeak-ng 1.51"])
        #expect(try Frame(.ready, message: greeting).message(HostGreeting.self) == greeting)
    }

    @Test(arguments: ["", "{", "[]", "null", #"{"message":1}"#, "\u{0}"])
    func `what is not the message is an error`(text: String) {
        #expect(throws: FrameError.malformed(.failed)) { try Frame(.failed, Array(text.utf8)).message(HostFailure.self) }
    }

    @Test(arguments: [(0, []), (5, [1, 2, 3]), (1 << 40, [0])] as [(Int, [UInt8])])
    func `a piece of a file keeps its place`(offset: Int, bytes: [UInt8]) throws {
        let piece = try Frame.encoded(bytes, at: offset).piece()
        #expect(piece.offset == offset && Array(piece.bytes) == bytes)
    }

    @Test func `a piece without a place, or with one that can't be, is an error`() {
        #expect(throws: FrameError.malformed(.encoded)) { try Frame(.encoded, [1, 2, 3, 4, 5, 6, 7]).piece() }
        #expect(throws: FrameError.malformed(.encoded)) { try Frame(.encoded, Array(repeating: 255, count: 9)).piece() }
    }
}
