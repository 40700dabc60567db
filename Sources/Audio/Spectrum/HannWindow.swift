import Glibc

/// J. von Hann's window, which fades a stretch of sound in and out before its spectrum is taken.
enum HannWindow {
    /// Its value at a place of a stretch: 0 at both ends, 1 in the middle.
    static func value(at place: Double, of length: Int) -> Double {
        0.5 - 0.5 * cos(2 * Double.pi * place / Double(length))
    }
}
