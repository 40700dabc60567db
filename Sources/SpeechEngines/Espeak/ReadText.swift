import Speech

/// A text as it is read out, that knows where each of its bytes came from.
struct ReadText {
    /// What is read out.
    private(set) var text = ""
    /// Where each of its UTF-8 bytes, and its end, comes from in the original, in UTF-8 bytes; never less than the one before.
    private(set) var origins: [Int] = [0]

    /// A text in which nothing is read out yet.
    init() {}

    /// A text as engines can read it: see ``SpokenForm``.
    init(spoken text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            append(text)
            return
        }
        for character in text {
            if let form = SpokenForm.of(character) {
                append(form, for: String(character))
            } else {
                append(String(character))
            }
        }
    }

    /// The place in the original that a place in the text (both UTF-8 bytes) comes from.
    func origin(of offset: Int) -> Int {
        origins[min(max(offset, 0), origins.count - 1)]
    }

    /// Adds a stretch of the original as it is.
    mutating func append(_ original: some StringProtocol) {
        let start = origins[origins.count - 1]
        text += original
        origins += (0..<original.utf8.count).map { start + $0 + 1 }
    }

    /// Adds what is read out for a stretch of the original, each character in place of the character that stands as far into it.
    mutating func append(_ reading: String, for original: some StringProtocol) {
        let start = origins.removeLast()
        let scalars = Array(original.unicodeScalars)
        var ends = [start]
        for scalar in scalars { ends.append(ends[ends.count - 1] + UTF8.width(scalar)) }
        let count = reading.unicodeScalars.count
        for (index, scalar) in reading.unicodeScalars.enumerated() {
            origins += Array(repeating: ends[index * scalars.count / count], count: UTF8.width(scalar))
        }
        origins.append(ends[ends.count - 1])
        text += reading
    }

    /// Adds a space that the original does not have.
    mutating func appendSpace() {
        text += " "
        origins.append(origins[origins.count - 1])
    }
}
