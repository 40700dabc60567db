import Platform

extension SpeechTask {
    /// How much of it is done, in whole percent: 100 only once it is completed.
    var percentage: Int {
        state == .completed ? 100 : min(99, Int(progress * 100))
    }

    /// Where its audio is; nil until it is completed.
    ///
    /// - Parameter base: The base of links.
    func audioLink(base: String) -> String? {
        fileName.map { FileRoutes.link(to: $0, base: base) }
    }

    /// Where its subtitle is; nil where there is none.
    ///
    /// - Parameter base: The base of links.
    func subtitleLink(base: String) -> String? {
        subtitleName.map { FileRoutes.link(to: $0, base: base) }
    }
}
