/// The last samples of a stream, found by their places in it. Before the first there is silence.
final class SampleHistory {
    /// The place behind the last sample.
    private(set) var end = 0

    private let kept: Int
    private let capacity: Int
    private let memory: UnsafeMutablePointer<Float>
    /// The place of the memory's first sample.
    private var start: Int

    /// - Parameter kept: how many samples are found at least.
    init(kept: Int) {
        self.kept = kept
        // So much that samples are moved rarely.
        capacity = 4 * kept
        memory = .allocate(capacity: capacity)
        memory.initialize(repeating: 0, count: capacity)
        start = -kept
    }

    deinit {
        memory.deallocate()
    }

    /// Appends samples: at most three times as many as are kept.
    func append(_ samples: UnsafePointer<Float>, count: Int) {
        if end - start + count > capacity {
            memory.update(from: pointer(at: end - kept), count: kept)
            start = end - kept
        }
        (memory + (end - start)).update(from: samples, count: count)
        end += count
    }

    /// The samples from a place on, up to ``end``; the place is not farther back than what is kept.
    @inline(__always)
    func pointer(at place: Int) -> UnsafePointer<Float> {
        UnsafePointer(memory + (place - start))
    }
}
