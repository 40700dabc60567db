extension String: SQLConvertible {
    public static var sqlType: SQLType { .text }

    public var sqlValue: SQLValue { .text(self) }

    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self = text
    }
}

extension Int: SQLConvertible {
    public static var sqlType: SQLType { .integer }

    public var sqlValue: SQLValue { .integer(Int64(self)) }

    public init?(sqlValue: SQLValue) {
        guard case .integer(let integer) = sqlValue else { return nil }
        self.init(exactly: integer)
    }
}

extension Int64: SQLConvertible {
    public static var sqlType: SQLType { .integer }

    public var sqlValue: SQLValue { .integer(self) }

    public init?(sqlValue: SQLValue) {
        guard case .integer(let integer) = sqlValue else { return nil }
        self = integer
    }
}

/// Not-a-number is stored as null, as SQLite does.
extension Double: SQLConvertible {
    public static var sqlType: SQLType { .real }

    public var sqlValue: SQLValue { isNaN ? .null : .real(self) }

    /// Takes whole numbers too: an expression like `SUM(x)` is one where all it adds up are.
    public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .real(let real): self = real
        case .integer(let integer): self = Double(integer)
        case .null, .text, .blob: return nil
        }
    }
}

/// Stored as the integers 0 and 1, which every database has.
extension Bool: SQLConvertible {
    public static var sqlType: SQLType { .integer }

    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }

    public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        case .integer, .null, .real, .text, .blob: return nil
        }
    }
}

extension [UInt8]: SQLConvertible {
    public static var sqlType: SQLType { .blob }

    public var sqlValue: SQLValue { .blob(self) }

    public init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue else { return nil }
        self = bytes
    }
}
