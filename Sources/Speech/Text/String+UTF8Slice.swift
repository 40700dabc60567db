extension String {
    /// The part of the text at `range`, in UTF-8 bytes. Ends that are outside the text are brought into it.
    public func utf8Slice(_ range: Range<Int>) -> Substring {
        let count = utf8.count
        let lower = utf8.index(startIndex, offsetBy: min(max(0, range.lowerBound), count))
        let upper = utf8.index(startIndex, offsetBy: min(max(0, range.upperBound), count))
        return self[lower..<max(lower, upper)]
    }
}
