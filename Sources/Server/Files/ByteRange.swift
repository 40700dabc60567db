/// The part of a file that a `Range` header asks for (RFC 9110, section 14).
enum ByteRange: Sendable, Hashable {
    /// All of it: no range, one that is not understood, or several.
    case whole
    /// These bytes.
    case part(Range<Int>)
    /// Nothing that the file has.
    case unsatisfiable

    /// What `header` asks for of a file of `size` bytes.
    init(_ header: String?, size: Int) {
        guard let header, header.hasPrefix("bytes="), !header.contains(",") else {
            self = .whole
            return
        }
        let bounds = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, bounds.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
            self = .whole
            return
        }
        switch (Int(bounds[0]), Int(bounds[1])) {
        case (let first?, let last?) where first <= last: self = Self.part(from: first, to: last, size: size)
        case (let first?, nil) where bounds[1].isEmpty: self = Self.part(from: first, to: size - 1, size: size)
        case (nil, let count?) where bounds[0].isEmpty:
            self = count == 0 ? .unsatisfiable : Self.part(from: max(0, size - count), to: size - 1, size: size)
        default: self = .whole
        }
    }

    private static func part(from first: Int, to last: Int, size: Int) -> ByteRange {
        first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
    }
}
