import Platform

extension Timestamp {
    /// When the system's voices came.
    static let systemVoices = Timestamp(milliseconds: 1_793_491_200_000)
}
