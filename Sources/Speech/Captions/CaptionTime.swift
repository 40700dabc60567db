/// A moment of a caption, to the millisecond.
struct CaptionTime {
    private let milliseconds: Int

    /// The moment nearest to `seconds`; what is no time at all is the audio's start.
    init(_ seconds: Double) {
        milliseconds = seconds > 0 ? Int((min(seconds, 1e9) * 1000).rounded()) : 0
    }

    /// `HH:MM:SS`, the separator, and three digits of milliseconds. There are more digits of hours from the 100th on.
    func clock(separator: String) -> String {
        let seconds = milliseconds / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, to: 2) }.joined(separator: ":")
        return clock + separator + Self.padded(milliseconds % 1000, to: 3)
    }

    /// Seconds in decimal digits, one at least after the point.
    var seconds: String {
        var fraction = Self.padded(milliseconds % 1000, to: 3)
        while fraction.count > 1, fraction.last == "0" { fraction.removeLast() }
        return "\(milliseconds / 1000).\(fraction)"
    }

    private static func padded(_ number: Int, to count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
