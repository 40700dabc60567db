extension Double {
    /// The number in `range` that is nearest to this one.
    package func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
