/// Where the words, sentences, clauses and lines of a text begin and end.
///
/// All places are UTF-8 bytes from the text's start, and none is inside a grapheme cluster. All work is linear in the text's length.
public enum TextBoundaries {}
