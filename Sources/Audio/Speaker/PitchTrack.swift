/// The pitch of a recording every 10 ms.
struct PitchTrack {
    /// A moment's pitch.
    struct Moment: Hashable {
        /// In Hz; 0 where nothing is voiced.
        var hertz = 0.0
        /// How alike the voice is to itself a period on: 0 to 1.
        var likeness = 0.0
    }

    /// From one moment to the next, in seconds.
    static let interval = 0.01

    /// The moments; the first is at the recording's start.
    var moments: [Moment]

    /// The pitches of the voiced moments, in Hz, ascending.
    var ascending: [Double] {
        moments.map(\.hertz).filter { $0 > 0 }.sorted()
    }
}
