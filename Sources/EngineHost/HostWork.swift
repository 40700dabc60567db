import Audio
import EngineProtocol
import Speech
import VoiceCloning

/// One request, done in a child of its own.
struct HostWork {
    private let engines: Engines
    private let channel: FrameChannel

    init(engines: Engines, channel: FrameChannel) {
        self.engines = engines
        self.channel = channel
    }

    /// Does the request and answers its reports, or why it can't be done.
    ///
    /// - Throws: ``FrameError`` when the pool is gone.
    func run(_ request: HostRequest) throws {
        do {
            switch request {
            case .speak(let segment): try speak(segment)
            case .speakAndFinish(let segment, let finishing): try speakAndFinish(segment, finishing)
            case .finish(let request): try finish(request)
            case .clone(let request): try clone(request)
            case .inspect(let request): try inspect(request)
            }
        } catch let error as FrameError {
            throw error
        } catch let error as RefusedRecording {
            try channel.write(Frame(.failed, message: HostFailure(message: error.message, kind: error.isWrongFormat ? .wrongFormat : .refusal)))
        } catch let error as SpeechEngineError {
            try channel.write(Frame(.failed, message: HostFailure(message: error.message)))
        } catch {
            try channel.write(Frame(.failed, message: HostFailure(message: "The audio can't be made: \(error).")))
        }
    }

    private func speak(_ segment: SegmentRequest) throws {
        let stream = SampleStream(channel: channel)
        let recorder = SegmentRecorder(segment: segment) { try stream.write($0) }
        try recorder.record(with: engines)
        try stream.flush()
        try channel.write(Frame(.spoken, message: recorder.report()))
    }

    private func speakAndFinish(_ segment: SegmentRequest, _ finishing: Finishing) throws {
        let recorder = SegmentRecorder(segment: segment)
        try recorder.record(with: engines)
        let report = recorder.report()
        let file = try FinishedFile(sampleRate: report.sampleRate, loudness: report.loudness, finishing: finishing, channel: channel)
        try recorder.samples.withUnsafeBufferPointer { try file.write($0) }
        let finished = try file.finish()
        try channel.write(Frame(.spoken, message: report))
        try channel.write(Frame(.finished, message: finished))
    }

    private func finish(_ request: FinishRequest) throws {
        let file = try FinishedFile(
            sampleRate: request.sampleRate, loudness: request.loudness, finishing: request.finishing, channel: channel)
        while true {
            try channel.write(Frame(.more))
            guard let frame = try channel.read() else { throw FrameError.closed }
            guard frame.kind == .samples, frame.payload.count % 2 == 0 else { throw FrameError.unexpected(frame.kind) }
            if frame.payload.isEmpty { break }
            try frame.payload.withUnsafeBytes { try file.write($0.bindMemory(to: Int16.self)) }
        }
        try channel.write(Frame(.finished, message: try file.finish()))
    }

    private func clone(_ request: CloneRequest) throws {
        guard CloneRequest.countRange.contains(request.count) else { throw FrameError.malformed(.request) }
        var intake = ReferenceIntake(rules: request.rules, reducesNoise: request.reducesNoise, makesSample: request.sample != nil)
        for number in 1...request.count {
            let bytes = try receiveRecording()
            try refusing(place: request.count > 1 ? (number, request.count) : nil) { _ = try intake.take(ByteSource(bytes)) }
        }
        let recording = try refusing { try intake.recording() }
        var sample: FinishedReport?
        if let encoding = request.sample, let listening = intake.sample() { sample = try write(listening, as: encoding) }
        // The pool gives up on a host that is silent for long; on a slow machine the whole search is.
        let profile = try ProfileMaker { engines.engine(for: $0) }.profile(of: recording.speaker) { try channel.write(Frame(.working)) }
        let report = CloneReport(profile: profile, duration: recording.check.duration, speech: recording.speaker.seconds, sample: sample)
        try channel.write(Frame(.cloned, message: report))
    }

    private func inspect(_ request: InspectRequest) throws {
        var intake = ReferenceIntake(rules: request.rules, reducesNoise: request.reducesNoise)
        let bytes = try receiveRecording()
        let (format, recording) = try refusing { (try intake.take(ByteSource(bytes)), try intake.recording()) }
        let report = RecordingReport(format: format, duration: recording.check.duration, speech: recording.speaker.seconds)
        try channel.write(Frame(.inspected, message: report))
    }

    private func write(_ sample: ListeningSample, as encoding: AudioEncoding) throws -> FinishedReport {
        var meter = LoudnessMeter(sampleRate: ListeningSample.sampleRate)
        meter.measure(sample.samples)
        let file = try FinishedFile(
            sampleRate: ListeningSample.sampleRate, loudness: meter.finish(), finishing: Finishing(encoding: encoding, volume: 1), channel: channel)
        try sample.samples.withUnsafeBufferPointer { try file.write($0) }
        return try file.finish()
    }

    /// Asks for the bytes of a recording until they end.
    private func receiveRecording() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            try channel.write(Frame(.more))
            guard let frame = try channel.read() else { throw FrameError.closed }
            guard frame.kind == .recording, bytes.count + frame.payload.count <= CloneRequest.sizeLimit else {
                throw FrameError.unexpected(frame.kind)
            }
            if frame.payload.isEmpty { return bytes }
            bytes += frame.payload
        }
    }

    /// Does something with a recording; what is wrong with it is the fault of who sent it.
    private func refusing<Result>(place: (number: Int, count: Int)? = nil, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            throw RefusedRecording(error, place: place) ?? error
        }
    }
}
