/// What a list item's line begins with: a bullet, a dash, a number or letter with a point or bracket, or the signs of a heading.
struct ListMark {
    /// Where the item's own text begins.
    let end: Int

    /// The mark at `start` of a line; nil if the line is no list item.
    init?(at start: Int, in scalars: [Unicode.Scalar]) {
        guard let end = Self.endOfBullet(at: start, in: scalars) ?? Self.endOfNumber(at: start, in: scalars) else { return nil }
        guard end < scalars.count, scalars[end].properties.isWhitespace else { return nil }
        self.end = end
    }

    private static func endOfBullet(at start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        switch scalars[start] {
        case "-", "*", "+", "•", "‣", "◦", "⁃", "∙", "·", "▪", "▫", "●", "○", "■", "□", "–", "—": start + 1
        case "#": scalars[start...].prefix(7).firstIndex { $0 != "#" }
        default: nil
        }
    }

    /// `1.`, `12)`, `(3)`, `a.`, `b)`.
    private static func endOfNumber(at start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var index = scalars[start] == "(" ? start + 1 : start
        let digits = scalars[index...].prefix(4).prefix(while: \.isDigit).count
        guard digits < 4 else { return nil }
        if digits > 0 {
            index += digits
        } else if index < scalars.count, scalars[index].properties.isAlphabetic {
            index += 1
        } else {
            return nil
        }
        guard index < scalars.count, scalars[index] == "." || scalars[index] == ")" else { return nil }
        return index + 1
    }
}
