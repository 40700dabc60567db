/// Reads the headers of one part byte by byte, and keeps no more than a line of them.
///
/// A line ends in CR LF. A bare CR or LF is refused: who takes one for the end of a line sees other headers than who does not.
struct PartHeaderReader {
    private let limit: Int
    private var headers = PartHeaders()
    private var line: [UInt8] = []
    private var count = 0

    /// What a byte led to.
    enum Outcome {
        /// There is more to come.
        case unfinished
        /// That was the end of the headers; nil where they give the part no name.
        case finished(MultipartPart?)
        /// There are more bytes than there may be.
        case tooLong
    }

    /// A reader of at most `limit` bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// Takes the next byte.
    mutating func take(_ byte: UInt8) throws(HeaderFlaw) -> Outcome {
        guard count < limit else { return .tooLong }
        count += 1
        guard line.last == .carriageReturn else {
            guard byte != .lineFeed else { throw .bareLineBreak }
            line.append(byte)
            return .unfinished
        }
        guard byte == .lineFeed else { throw .bareLineBreak }
        line.removeLast()
        if line.isEmpty { return .finished(try headers.part()) }
        try headers.add(line: line)
        line.removeAll(keepingCapacity: true)
        return .unfinished
    }
}
