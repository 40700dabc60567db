/// When cues are shown: the times of their words made disjoint, none empty, and long enough to be read where there is room.
struct CueTimes {
    /// The usual numbers of subtitling: 5/6 of a second at least, and 17 characters a second.
    private static let shortest = 833
    private static let charactersPerSecond = 17

    /// The times of the cues in milliseconds.
    private(set) var times: [Range<Int>] = []

    private let duration: Int

    /// - Parameters:
    ///   - spoken: When the cues' words are heard, in milliseconds, ascending.
    ///   - widths: How many characters each cue has.
    ///   - limit: The longest time of a cue in milliseconds; at least 1.
    ///   - duration: The audio's length in milliseconds; at least the number of cues.
    init(spoken: [Range<Int>], widths: [Int], limit: Int, duration: Int) {
        self.duration = duration
        separate(spoken)
        moveBack()
        extend(widths: widths, limit: limit)
    }

    /// Cues that would meet or overlap follow each other, each a millisecond long at least.
    private mutating func separate(_ spoken: [Range<Int>]) {
        var earliest = 0
        for (index, time) in spoken.enumerated() {
            let start = max(earliest, time.lowerBound)
            let latest = index + 1 < spoken.count ? spoken[index + 1].lowerBound : duration
            earliest = max(start + 1, min(time.upperBound, latest))
            times.append(start..<earliest)
        }
    }

    /// What was pushed over the audio's end moves back before it: words that are said to be heard at its very end leave no other room.
    private mutating func moveBack() {
        var latest = duration
        for index in times.indices.reversed() {
            guard times[index].upperBound > latest else { return }
            times[index] = min(times[index].lowerBound, latest - 1)..<latest
            latest = times[index].lowerBound
        }
    }

    private mutating func extend(widths: [Int], limit: Int) {
        for (index, width) in widths.enumerated() {
            let time = times[index]
            let next = index + 1 < times.count ? times[index + 1].lowerBound : duration
            let readable = time.lowerBound + max(Self.shortest, width * 1000 / Self.charactersPerSecond)
            let end = max(time.upperBound, min(readable, next, time.lowerBound + limit))
            times[index] = time.lowerBound..<end
        }
    }
}
