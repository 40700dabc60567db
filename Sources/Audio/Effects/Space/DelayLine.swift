/// Keeps samples, and gives them back a fixed number of samples later.
///
/// Up to as many samples as the delay are read at a time, and then as many written in their place.
final class DelayLine {
    /// The delay in samples, at least 1.
    let length: Int

    private let memory: UnsafeMutableBufferPointer<Float>
    private var position = 0

    /// A line that holds silence.
    ///
    /// - Parameter length: the delay in samples; less than 1 is taken for 1.
    init(length: Int) {
        self.length = max(1, length)
        memory = .allocate(capacity: self.length)
        memory.initialize(repeating: 0)
    }

    deinit {
        memory.deallocate()
    }

    /// Copies the next `count` samples, at most ``length``, without taking them off.
    func read(_ count: Int, into target: UnsafeMutablePointer<Float>) {
        let first = min(count, length - position)
        target.update(from: memory.baseAddress! + position, count: first)
        (target + first).update(from: memory.baseAddress!, count: count - first)
    }

    /// Puts `count` samples, at most ``length``, in the place of those that were read last.
    func write(_ count: Int, from source: UnsafePointer<Float>) {
        let first = min(count, length - position)
        (memory.baseAddress! + position).update(from: source, count: first)
        memory.baseAddress!.update(from: source + first, count: count - first)
        position += count
        if position >= length { position -= length }
    }
}
