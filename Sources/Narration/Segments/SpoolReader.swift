import EngineProtocol
import Foundation

/// Reads the samples of all segments, one behind the other, and waits for those that are not spoken yet.
struct SpoolReader {
    private let spool: SegmentSpool
    private let board: SegmentBoard
    private var index = 0
    private var file: FileHandle?
    /// How many bytes of the segment are still to come.
    private var missing = 0

    /// How much is read at a time, in bytes.
    private static let chunk = 1 << 17

    init(spool: SegmentSpool, board: SegmentBoard) {
        self.spool = spool
        self.board = board
    }

    /// The part of the segments that has been read, 0 to 1.
    var share: Double {
        Double(index) / Double(board.count)
    }

    /// The next bytes; none at the end.
    ///
    /// - Throws: `CancellationError` when a segment will not come.
    mutating func next() throws -> [UInt8] {
        while index < board.count {
            if file == nil {
                missing = try board.report(of: index).sampleCount * MemoryLayout<Int16>.size
                file = try FileHandle(forReadingFrom: spool.samplesFile(index))
            }
            if let data = try file?.read(upToCount: Self.chunk), !data.isEmpty {
                missing -= data.count
                return [UInt8](data)
            }
            // Never pass off a part of a segment as the whole.
            guard missing == 0 else { throw FileOutputError(code: EIO) }
            try file?.close()
            file = nil
            index += 1
        }
        return []
    }
}
