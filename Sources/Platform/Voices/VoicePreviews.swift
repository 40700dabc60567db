import Files
import Foundation
import Narration
import Speech

/// Samples of the system's voices: each is spoken when somebody first asks for it, and kept.
///
/// They lie in a store of their own, since they belong to nobody, and can be made again at any time. One is made at a time, so that whoever asks for all of
/// them takes no more than that from those who pay.
public final class VoicePreviews: Sendable {
    private let narrator: Narrator
    private let store: any FileStore
    private let spool: URL
    private let version: String
    private let turns = OneAtATime(waitingLimit: 100)

    /// The largest sample, in bytes.
    private static let sizeLimit = 4 << 20

    /// The samples in `store`.
    ///
    /// - Parameters:
    ///   - spool: A folder for what waits while one is made.
    ///   - version: Which program and which engines speak: another's samples are made anew.
    public init(narrator: Narrator, store: any FileStore, spool: URL, version: String) {
        self.narrator = narrator
        self.store = store
        self.spool = spool
        self.version = version
    }

    /// The sample of a voice; it is made if there is none yet, even if who asks for it goes away.
    ///
    /// - Throws: ``PlatformError/tooManyAtOnce(limit:)``, ``NarrationError``, ``EnginesUnavailable``, ``FileStoreError``.
    public func preview(of voice: Voice) async throws -> VoicePreview {
        let request = SpeechRequest(text: SampleText.text(in: voice.language), voiceID: voice.id)
        let name = try Self.name(of: request, voice: voice, version: version)
        if let size = try await size(of: name) { return VoicePreview(name: name, size: size, contentType: request.encoding.contentType) }
        // A task of its own is not cancelled with the one that waits for it.
        return try await Task { try await turns.run { try await self.make(name, request: request, voice: voice) } }.value
    }

    /// The bytes of a sample in `range`, piece by piece, as they are asked for.
    ///
    /// - Throws: ``FileStoreError``.
    public func bytes(of preview: VoicePreview, in range: Range<Int>) async throws -> some AsyncSequence<[UInt8], any Error> & Sendable {
        try await store.read(preview.name, range: range)
    }

    /// Removes what other versions made of `voices`, and what was never finished. To be called when nothing is being made.
    ///
    /// - Throws: ``FileStoreError``.
    public func removeStale(voices: [Voice]) async throws {
        let current = Set(
            try voices.map { voice in
                try Self.name(of: SpeechRequest(text: SampleText.text(in: voice.language), voiceID: voice.id), voice: voice, version: version)
            })
        var page = try await store.list(page: nil)
        while true {
            for file in page.files where !current.contains(file.name) { try await store.delete(file.name) }
            guard let next = page.next else { break }
            page = try await store.list(page: next)
        }
        try await store.sweepTemporary(olderThan: .distantFuture, isDryRun: false)
    }

    /// What the file of a sample is called: it says what it was made of.
    private static func name(of request: SpeechRequest, voice: Voice, version: String) throws -> String {
        let letters = try SpeechFingerprint(of: request, voice: voice, version: version).value.filter { $0.isLetter || $0.isNumber }
        return "\(voice.id)-\(letters.prefix(20)).\(request.encoding.format.fileExtension)"
    }

    private func size(of name: String) async throws -> Int? {
        do {
            return try await store.size(of: name)
        } catch FileStoreError.notFound {
            return nil
        }
    }

    private func make(_ name: String, request: SpeechRequest, voice: Voice) async throws -> VoicePreview {
        // Whoever waited may find that it was made meanwhile.
        if let size = try await size(of: name) { return VoicePreview(name: name, size: size, contentType: request.encoding.contentType) }
        let writer = try await store.makeWriter(maximumSize: Self.sizeLimit)
        let folder = spool.appendingPathComponent(voice.id, isDirectory: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try await narrator.narrate(request, voice: voice, spool: folder, into: TaskOutput(writer: writer))
        let file = try await writer.commit(as: name)
        return VoicePreview(name: name, size: file.size, contentType: request.encoding.contentType)
    }
}
