/// The UTF-8 offsets at which a text's grapheme clusters begin, and its end.
func clusterOffsets(of text: String) -> Set<Int> {
    var offsets: Set<Int> = [0]
    var offset = 0
    for character in text {
        offset += character.utf8.count
        offsets.insert(offset)
    }
    return offsets
}
