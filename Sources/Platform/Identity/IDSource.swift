/// Makes ids; tests make predictable ones.
public struct IDSource: Sendable {
    private let random: @Sendable () -> UInt64

    /// Ids from `random`, whose values must not be guessable where the ids must not be.
    public init(random: @escaping @Sendable () -> UInt64) {
        self.random = random
    }

    /// Ids from the system's generator, which is fit for secrets.
    public static let system = IDSource {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    /// `cl` and 23 letters and digits: 118 random bits.
    public func make() -> String {
        "cl" + letters(23)
    }

    /// 26 letters and digits that nobody guesses: 134 random bits.
    public func secretName() -> String {
        letters(26)
    }

    /// A random key of `count` bytes.
    public func key(count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: random()) }
    }

    /// A random number, from 0 up to 1.
    public func fraction() -> Double {
        Double(random() >> 11) / Double(1 << 53)
    }

    private func letters(_ count: Int) -> String {
        let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz")
        // 36 does not divide 2^64, but the bias is under one in 10^17.
        return String((0..<count).map { _ in alphabet[Int(random() % 36)] })
    }
}
