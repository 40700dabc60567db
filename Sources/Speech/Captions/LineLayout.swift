/// Divides a cue into lines: as few as there can be, of lengths that are much alike, and rather at a clause's end.
///
/// It is the total-fit method of Knuth and Plass, "Breaking Paragraphs into Lines" (Software: Practice and Experience 11, 1981), without hyphens.
struct LineLayout {
    /// The most units of a line, whatever the limit.
    private static let mostUnits = 128
    /// More than all that the shape of a cue's lines can cost.
    private static let lineCost = 1_000_000_000

    /// The lines of a cue's units, as ranges of them.
    ///
    /// - Parameter width: The most characters of a line; only a single unit can break it.
    static func lines(of units: ArraySlice<CaptionUnit>, width: Int) -> [Range<Int>] {
        var costs = [0] + Array(repeating: Int.max, count: units.count)
        var starts = Array(repeating: units.startIndex, count: units.count + 1)
        for start in units.indices {
            var length = 0
            for index in start..<min(units.endIndex, start + mostUnits) {
                length += units[index].width + (index > start && units[index].hasSpaceBefore ? 1 : 0)
                guard index == start || length <= width else { break }
                let isLast = index + 1 == units.endIndex
                let breakCost = isLast ? 0 : units[index].breakAfter.lineCost
                let cost = costs[start - units.startIndex] + lineCost + emptiness(of: length, width: width) + breakCost
                if cost < costs[index + 1 - units.startIndex] {
                    costs[index + 1 - units.startIndex] = cost
                    starts[index + 1 - units.startIndex] = start
                }
            }
        }
        return lines(endingAt: units.endIndex, from: units.startIndex, starts: starts)
    }

    private static func lines(endingAt end: Int, from first: Int, starts: [Int]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var end = end
        while end > first {
            let start = starts[end - first]
            lines.append(start..<end)
            end = start
        }
        return lines.reversed()
    }

    /// The square of the empty part of a line in thousandths.
    private static func emptiness(of length: Int, width: Int) -> Int {
        let empty = max(0, width - length) * 1000 / width
        return empty * empty
    }
}
