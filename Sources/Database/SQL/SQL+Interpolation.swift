extension SQL: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {
        self.init(raw: value)
    }

    public init(stringInterpolation: Interpolation) {
        self.init(elements: stringInterpolation.elements)
    }

    /// Collects the pieces of a literal.
    public struct Interpolation: StringInterpolationProtocol {
        var elements: [Element] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            elements.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty {
                elements.append(.text(literal))
            }
        }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            elements.append(.value(value.sqlValue))
        }

        /// Binds a value, or null.
        public mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            elements.append(.value(value?.sqlValue ?? .null))
        }

        /// Binds a value as it is stored.
        public mutating func appendInterpolation(_ value: SQLValue) {
            elements.append(.value(value))
        }

        /// Binds a list of values, for `IN`.
        public mutating func appendInterpolation<Value: SQLConvertible>(_ values: [Value]) {
            elements.append(.list(values.map(\.sqlValue), of: Value.sqlType))
        }

        /// Puts in other SQL, with its values.
        public mutating func appendInterpolation(_ sql: SQL) {
            elements += sql.elements
        }

        /// Puts in trusted text as it stands: the name of a table or a column.
        public mutating func appendInterpolation(raw: String) {
            elements.append(.text(raw))
        }
    }
}
