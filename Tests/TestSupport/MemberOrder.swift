/// The places of the members of objects, `voices[].name`, in the order in which JSON has them first; ``JSON`` does not keep it.
public struct MemberOrder: Sendable, Hashable {
    /// The places.
    public let places: [String]

    /// The order in a text that has JSON in it.
    public init(in text: String) {
        var (places, seen, open, place) = ([String](), Set<String>(), [String](), "")
        let tokens = text.matches(of: #/"(?:[^"\\]|\\.)*"|[{}\[\]:]/#).map(\.output)
        for (token, next) in zip(tokens, tokens.dropFirst() + [""]) {
            switch token {
            case "{": open.append(place)
            case "[":
                place += "[]"
                open.append(place)
            case "}", "]":
                _ = open.popLast()
                place = open.last ?? ""
            case _ where token != ":" && next == ":":
                place = "\(open.last ?? "").\(token.dropFirst().dropLast())"
                if seen.insert(place).inserted { places.append(place) }
            default: break
            }
        }
        self.places = places
    }

    /// Whether what both have stands in the same order in both.
    public func agrees(with other: MemberOrder) -> Bool {
        let (mine, theirs) = (Set(places), Set(other.places))
        return places.filter(theirs.contains) == other.places.filter(mine.contains)
    }
}
