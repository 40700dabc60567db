extension UInt8 {
    static let carriageReturn = UInt8(ascii: "\r")
    static let lineFeed = UInt8(ascii: "\n")
    static let hyphen = UInt8(ascii: "-")

    /// Whether it is an ASCII letter or digit.
    var isAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    /// Whether it is a space or a tab.
    var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
    }

    /// Whether it is a control character that a header's value may not hold (RFC 9110, 5.5).
    var isHeaderControl: Bool {
        self < 0x20 && self != UInt8(ascii: "\t") || self == 0x7F
    }

    /// Whether a header's or a parameter's name may hold it (RFC 9110, 5.6.2).
    var isTokenCharacter: Bool {
        isAlphanumeric || "!#$%&'*+-.^_`|~".utf8.contains(self)
    }

    /// The value of a hexadecimal digit.
    var hexadecimalValue: UInt8? {
        Character(Unicode.Scalar(self)).hexDigitValue.map(UInt8.init)
    }
}
