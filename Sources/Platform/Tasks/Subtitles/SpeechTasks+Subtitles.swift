import Speech

extension SpeechTasks {
    /// Cuts the subtitle of a completed task of the caller's, and stores it in place of the one before.
    ///
    /// - Parameters:
    ///   - family: The family that the task came by.
    ///   - limits: How it is cut.
    ///   - key: What tells whether the same was asked for before: then nothing is stored, and the cues are the same.
    /// - Returns: The cues.
    /// - Throws: ``PlatformError/notFound(_:)``, ``PlatformError/notCompleted(hasFailed:)``, ``PlatformError/idempotencyConflict``.
    public func cutSubtitle(
        of id: String, family: TaskFamily, for principal: Principal, limits: CaptionLimits, once key: IdempotencyKey? = nil
    ) async throws -> [Cue] {
        let task = try await task(id, for: principal, family: family)
        guard task.state == .completed, let duration = task.duration else { throw PlatformError.notCompleted(hasFailed: task.state == .failed) }
        let words = try await queue.words(of: id)
        let cues = try await cues(of: task, words: words, duration: duration, limits: limits)
        let writer = SubtitleWriter(store: files.store, ids: queue.ids)
        let subtitle = try task.subtitleLimits == StoredJSON.text(of: limits) ? nil : try await writer.write(cues, limits: limits)
        let (isKept, orphans): (Bool, [String])
        do {
            (isKept, orphans) = try await queue.replaceSubtitle(of: id, userID: principal.userID, with: subtitle, once: key)
        } catch {
            if let subtitle { await writer.discard(subtitle) }
            throw error
        }
        if !isKept, let subtitle { await writer.discard(subtitle) }
        // The new one is in its place: what can't be deleted of the old one changes that no more, and the sweep finds it.
        for name in orphans { try? await files.delete(name) }
        return cues
    }

    /// The captions of a text as it was spoken.
    func cues(of task: SpeechTask, words: [WordTiming], duration: Double, limits: CaptionLimits) async throws -> [Cue] {
        let request = task.request
        let voice = try await voices.listed(request.voiceID, of: task.userID)?.voice
        return CaptionCutter.cues(
            text: request.plainText, words: words, duration: duration, limits: limits, language: voice.map { request.languageUsed(by: $0) })
    }
}
