import Files
import Speech

/// Stores subtitles: each whole under a name of its own before any row names it.
struct SubtitleWriter: Sendable {
    let store: any FileStore
    let ids: IDSource

    /// The largest subtitle, in bytes: a text has at most 100,000 characters, and each could be a cue.
    private static let limit = 64 << 20

    /// Stores a subtitle of `cues`.
    ///
    /// - Throws: `FileStoreError`.
    func write(_ cues: [Cue], limits: CaptionLimits) async throws -> TaskSubtitle {
        let format = CaptionFormat.srt
        let writer = try await store.makeWriter(maximumSize: Self.limit)
        let bytes = Array(format.render(cues).utf8)
        if !bytes.isEmpty { try writer.write(bytes, at: 0) }
        let file = try await writer.commit(as: newName(format))
        return TaskSubtitle(
            name: newName(format), blob: Blob(name: file.name, contentType: format.contentType, size: file.size), limits: limits)
    }

    /// Removes a subtitle that no row came to name; where that fails, the sweep finds it.
    func discard(_ subtitle: TaskSubtitle) async {
        try? await store.delete(subtitle.blob.name)
    }

    private func newName(_ format: CaptionFormat) -> String {
        "\(ids.secretName()).\(format.fileExtension)"
    }
}
