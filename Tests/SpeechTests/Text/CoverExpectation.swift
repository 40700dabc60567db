import Testing

/// Expects that `ranges` cover the text without a gap, and divide no grapheme cluster.
func expectCover(_ ranges: [Range<Int>], of text: String) {
    let clusters = clusterOffsets(of: text)
    var end = 0
    for range in ranges {
        #expect(range.lowerBound == end && !range.isEmpty)
        #expect(clusters.contains(range.upperBound))
        end = range.upperBound
    }
    #expect(end == text.utf8.count)
}
