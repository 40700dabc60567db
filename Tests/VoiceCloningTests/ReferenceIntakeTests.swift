import Audio
import Speech
import TestSupport
import Testing
import VoiceCloning

@Suite struct ReferenceIntakeTests {
    private static func take(_ files: [[UInt8]], rules: ReferenceRules = .usual, reducesNoise: Bool = false) throws -> ReferenceRecording {
        var intake = ReferenceIntake(rules: rules, reducesNoise: reducesNoise)
        for file in files { try intake.take(ByteSource(file)) }
        return try intake.recording()
    }

    private static func rules(_ formats: [RecordingFormat]) -> ReferenceRules {
        ReferenceRules(formats: formats, seconds: 0...300)
    }

    private static func syllables(seconds: Double, gain: Float = 1) throws -> [UInt8] {
        try RecordingFormat.wav.file(of: Syllables(pitch: 130, gain: gain).samples(seconds: seconds))
    }

    @Test(arguments: RecordingFormat.allCases) func `a file is what its content is, and only what the rules name is taken`(
        format: RecordingFormat
    ) throws {
        let file = try format.file(of: Syllables(pitch: 130).samples(seconds: 0.9))
        var intake = ReferenceIntake(rules: Self.rules([format]), reducesNoise: false)
        try intake.take(ByteSource(file))
        let rules = Self.rules(RecordingFormat.allCases.filter { $0 != format })
        let title = format == .m4a ? "MPEG-4" : format.title
        #expect(throws: ReferenceError.wrongFormat(title, rules)) { try Self.take([file], rules: rules) }
    }

    @Test func `Matroska that does not call itself WebM is not taken`() throws {
        var file = Fixtures.webm
        let place = try #require(file.indices.first { file[$0...].starts(with: Array("webm".utf8)) })
        file.replaceSubrange(place..<place + 4, with: Array("mkv\0".utf8))
        #expect(throws: ReferenceError.wrongFormat("Matroska", .usual)) { try Self.take([file]) }
    }

    @Test func `what is no audio is refused with what is taken`() throws {
        let rules = Self.rules([.mp3, .wav, .webm])
        let error = #expect(throws: ReferenceError.self) { try Self.take([Array("ID3 is what this text is not.".utf8)], rules: rules) }
        #expect(error == .wrongFormat(nil, rules))
        #expect(error?.message.hasSuffix("Send MP3, WAV or WebM.") == true)
    }

    @Test func `a file that breaks off is refused, whether or not it says how long it is to be`() throws {
        let speech = Syllables(pitch: 130).samples(seconds: 6)
        let ogg = try RecordingFormat.ogg.file(of: speech)
        #expect(throws: Never.self) { try Self.take([ogg]) }
        for part in [0.4, 0.99] {
            let error = #expect(throws: ReferenceError.self) { try Self.take([Array(ogg.prefix(Int(Double(ogg.count) * part)))]) }
            guard case .cutOff(let seconds) = error else { Issue.record("\(String(describing: error))"); continue }
            #expect(abs(seconds - 6 * part) < 1.5)
        }
        let webM = MatroskaBuilder.compressedSound(sampleRate: 16_000).adding(MatroskaBuilder.zeros, count: 4)
        #expect(throws: ReferenceError.silent) { try Self.take([webM.bytes]) }
        #expect(throws: ReferenceError.silent) { try Self.take([webM.claiming(seconds: 17).bytes]) }
        #expect(throws: ReferenceError.truncated(16.384, of: 30)) { try Self.take([webM.claiming(seconds: 30).bytes]) }
        #expect(throws: ReferenceError.cutOff(12.288)) { try Self.take([webM.bytes.dropLast(9)]) }
    }

    @Test(arguments: [(RecordingFormat.m4a, AudioContainer.mp4, 200), (.wav, .wav, 30), (.ogg, .ogg, 40), (.flac, .flac, 20), (.webm, .webm, 60)])
    func `a file that breaks off in its header is told from one of another kind`(
        format: RecordingFormat, container: AudioContainer, length: Int
    ) throws {
        let cut = Array(try format.file(of: Syllables(pitch: 130).samples(seconds: 0.9)).prefix(length))
        #expect(throws: AudioDecodingError.damagedHeader(container)) { try Self.take([cut]) }
        let others = Self.rules(RecordingFormat.allCases.filter { $0 != format })
        #expect(throws: ReferenceError.wrongFormat(container.title, others)) { try Self.take([cut], rules: others) }
    }

    @Test(arguments: [(9, 16_000, ReferenceError.channels(9)), (1, 1, .sampleRate(1)), (8, 16_000, .channels(8)), (1, 4000, .sampleRate(4000))])
    func `channels and rates are refused with those that are taken`(channels: Int, sampleRate: Int, error: ReferenceError) {
        let file = WAVBuilder(channels: channels, sampleRate: sampleRate, data: [UInt8](repeating: 0, count: 90_000)).bytes
        #expect(throws: error) { try Self.take([file]) }
    }

    @Test func `a video without sound is told from a file without audio`() {
        for file in [Fixtures.silentVideoWebM, Fixtures.silentVideoMP4] {
            #expect(throws: AudioDecodingError.silentVideo) { try Self.take([file]) }
        }
    }

    @Test func `of a film its sound is taken, and a picture on a cover does not matter`() throws {
        var intake = ReferenceIntake(rules: Self.rules([.webm, .mp3]), reducesNoise: false)
        try intake.take(ByteSource(Fixtures.videoWebM))
        let picture: [UInt8] = [0] + Array("image/png\0".utf8) + [3, 0, 0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]
        let frame = Array("APIC".utf8) + [0, 0, 0, UInt8(picture.count), 0, 0] + picture
        let tag = Array("ID3".utf8) + [3, 0, 0, 0, 0, 0, UInt8(frame.count)] + frame
        try intake.take(ByteSource(tag + RecordingFormat.mp3.file(of: Syllables(pitch: 130).samples(seconds: 0.9))))
    }

    @Test func `several recordings count as one, however loud each is`() throws {
        let parts = try [(2.5, 1), (0.6, 0.2), (2.9, 0.05)].map { try Self.syllables(seconds: $0.0, gain: Float($0.1)) }
        #expect(throws: ReferenceError.self) { try Self.take([parts[0]]) }
        let recording = try Self.take(parts)
        #expect(abs(recording.check.duration - 6) < 0.01)
        #expect(abs(recording.speaker.pitch - 130) < 3)
        let one = try Self.take([Self.syllables(seconds: 6)])
        #expect(abs(recording.speaker.seconds - one.speaker.seconds) < 0.5)
    }

    @Test func `each of several recordings has to be of use`() throws {
        let good = try Self.syllables(seconds: 5)
        let silence = try RecordingFormat.wav.file(of: [Float](repeating: 0, count: 24_000))
        #expect(throws: ReferenceError.silent) { try Self.take([good, silence]) }
        let noise = try RecordingFormat.wav.file(of: Syllables.noise(count: 24_000, gain: 0.3))
        #expect(throws: ReferenceError.notSpeech) { try Self.take([good, noise]) }
    }

    @Test func `the rules say how long all recordings are together`() throws {
        let file = try Self.syllables(seconds: 6)
        let long = ReferenceRules(formats: [.wav], seconds: 10...60)
        let error = #expect(throws: ReferenceError.self) { try Self.take([file], rules: long) }
        #expect(error?.message == "The recording is 6.0 s long: send 10 s to 60 s of one person speaking.")
        #expect(try Self.take([file, file], rules: long).check.duration == 12)
        let short = ReferenceRules(formats: [.wav], seconds: 3...10)
        #expect(throws: ReferenceError.tooLongTogether(short)) { try Self.take([file, file], rules: short) }
        #expect(throws: ReferenceError.tooLong(short)) { try Self.take([Self.syllables(seconds: 11)], rules: short) }
        #expect(ReferenceError.tooLong(.usual).message.contains("3 s to 5 minutes"))
    }

    @Test func `a sample holds what was said, without the silence around it`() throws {
        let silence = [Float](repeating: 0, count: 32_000)
        let speech = Syllables(pitch: 130, gain: 0.1).samples(seconds: 2)
        let file = try RecordingFormat.flac.file(of: silence + speech + silence + speech + silence)
        var intake = ReferenceIntake(rules: .usual, reducesNoise: false, makesSample: true)
        try intake.take(ByteSource(file))
        let samples = try #require(intake.sample()).samples
        // Two times 2 s with a pause of 0.6 s between, and a tenth of a second at each end.
        #expect(abs(Double(samples.count) / Double(ListeningSample.sampleRate) - 4.8) < 0.3)
        #expect(samples.map { abs(Int($0)) }.max() == 29_490)
        var other = ReferenceIntake(rules: .usual, reducesNoise: false)
        try other.take(ByteSource(file))
        #expect(other.sample() == nil)
    }

    @Test func `noise is softer in a sample where it is reduced`() throws {
        let noise = Syllables.noise(count: 96_000, gain: 0.05)
        let speech = Syllables(pitch: 130).samples(seconds: 4) + [Float](repeating: 0, count: 32_000)
        let file = try RecordingFormat.wav.file(of: zip(speech, noise).map { $0 + $1 })
        let floors = try [false, true].map { reducesNoise in
            var intake = ReferenceIntake(rules: .usual, reducesNoise: reducesNoise, makesSample: true)
            try intake.take(ByteSource(file))
            let end = try #require(intake.sample()).samples.suffix(1200)
            return end.reduce(0.0) { $0 + Double($1) * Double($1) }
        }
        #expect(floors[1] < floors[0] / 20)
    }

    @Test func `noise is no reason to refuse a voice where it is reduced, and is no voice by itself`() throws {
        let noise = Syllables.noise(count: 96_000, gain: 0.12)
        let voice = try RecordingFormat.wav.file(of: zip(Syllables(pitch: 130).samples(seconds: 6), noise).map { $0 + $1 })
        #expect(throws: ReferenceError.self) { try Self.take([voice]) }
        #expect(abs(try Self.take([voice], reducesNoise: true).speaker.pitch - 130) < 3)
        let alone = try RecordingFormat.wav.file(of: noise)
        #expect(throws: ReferenceError.notSpeech) { try Self.take([alone], reducesNoise: true) }
    }
}
