/// The smallest part of a caption: a word with the marks that belong to it, or marks that stand alone. It is never divided between lines.
struct CaptionUnit {
    /// The unit's place in the text, in UTF-8 bytes.
    var range: Range<Int>
    /// How many characters (grapheme clusters) it has.
    var width = 0
    /// Whether a space stands before it, unless it begins a line.
    var hasSpaceBefore: Bool
    /// Whether it is the first of a line of the text.
    var beginsLine: Bool
    /// Whether it holds nothing but marks that open.
    var isOpening = true
    /// Whether something in it is spoken: only then has it a time of its own.
    var isSpoken = false
    /// How well the caption can be cut behind it.
    var breakAfter = CaptionBreak.word
    /// The spoken words that begin in it, as indices.
    var words = 0..<0
    /// When it is heard, in milliseconds; unspoken marks are at the end of the word that they follow, or at the start of the one they precede.
    var time = 0..<0
    /// Whether a long pause stands before it, over which no cue reaches.
    var followsPause = false

    /// Whether it belongs to the word after it: opening marks, and a line's dash or bullet.
    var isLeading: Bool { !isSpoken && (isOpening || beginsLine) }
}
