import Speech

/// A text as espeak-ng can speak it whole, that knows where each of its code points came from.
///
/// The library leaves out, without a word, what goes beyond about 160 bytes or 200 phonemes of one word, and a word is to it all that stands between
/// two spaces: a sentence of Thai, an address, a long row of digits. Such stretches get spaces, between words wherever there is a place.
///
/// It also takes single letters with dots behind them (`a.b.c.`) for one abbreviation, even across spaces, and goes beyond its memory where that has
/// about 170 bytes. So from place to place such a row has a space for a dot, which nobody hears in it.
struct EspeakText {
    /// The text to be spoken.
    private(set) var text = ""
    /// Where each of its code points begins in the original, in UTF-8 bytes, and where the original ends.
    private(set) var offsets: [Int] = []

    /// The longest stretch of letters without a space, in UTF-8 bytes.
    private static let letterLimit = 90
    /// The longest stretch with ASCII digits or signs in it: each of them is read out as a word or more.
    private static let signLimit = 24

    /// The longest row of single letters with dots, in UTF-8 bytes.
    private static let rowLimit = 48

    private var row = DottedRow()
    private let pitchCommands: [Int: Int]

    /// - Parameter pitchCommands: The pitch (0 to 99) that speech goes on at from a place in the text (UTF-8 bytes), where that is behind white space.
    init(_ original: String, pitchCommands: [Int: Int] = [:]) {
        self.pitchCommands = pitchCommands
        var offset = 0
        let stretches = original.unicodeScalars.split(maxSplits: .max, omittingEmptySubsequences: false) { $0.properties.isWhitespace }
        for stretch in stretches {
            append(String(stretch), at: &offset)
            // The white space behind the stretch, as it is.
            guard stretch.endIndex < original.unicodeScalars.endIndex else { break }
            append(original.unicodeScalars[stretch.endIndex], at: &offset)
        }
        offsets.append(offset)
    }

    /// - Parameter read: What is to be spoken, whose original the offsets are then of.
    init(_ read: ReadText, pitchCommands: [Int: Int] = [:]) {
        self.init(read.text, pitchCommands: pitchCommands)
        offsets = offsets.map { read.origin(of: $0) }
    }

    private mutating func append(_ stretch: String, at offset: inout Int) {
        let limit = stretch.utf8.allSatisfy { $0 >= 0x80 || Self.isLetter($0) } ? Self.letterLimit : Self.signLimit
        guard stretch.utf8.count > limit else {
            for scalar in stretch.unicodeScalars { append(scalar, at: &offset) }
            return
        }
        for piece in SegmentPlan.segments(in: stretch, language: nil, target: limit, limit: limit) {
            if piece.lowerBound > 0 {
                text.unicodeScalars.append(" ")
                offsets.append(offset)
            }
            for scalar in stretch.utf8Slice(piece).unicodeScalars { append(scalar, at: &offset) }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, at offset: inout Int) {
        if let pitch = pitchCommands[offset], text.unicodeScalars.last?.properties.isWhitespace ?? true {
            // The library's own way of changing a setting in the midst of a text; such a character is no part of any text that is spoken.
            for scalar in "\u{1}\(pitch)P".unicodeScalars {
                text.unicodeScalars.append(scalar)
                offsets.append(offset)
            }
        }
        text.unicodeScalars.append(row.ends(at: scalar, limit: Self.rowLimit) ? " " : scalar)
        offsets.append(offset)
        offset += UTF8.width(scalar)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
}
