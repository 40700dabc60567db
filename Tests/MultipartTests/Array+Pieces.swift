extension Array {
    /// Its elements in pieces of `size`, the last of which may be shorter.
    func pieces(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
