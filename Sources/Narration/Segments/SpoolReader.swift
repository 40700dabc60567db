import EngineProtocol
import Foundation

/// Reads the samples of all segments, one behind the other.
struct SpoolReader {
    private let spool: SegmentSpool
    private let count: Int
    private let total: Int
    private var index = 0
    private var file: FileHandle?
    private var read = 0

    /// How much is read at a time, in bytes.
    private static let chunk = 1 << 17

    init(spool: SegmentSpool, reports: [SpokenReport]) {
        self.spool = spool
        total = reports.reduce(0) { $0 + $1.sampleCount } * MemoryLayout<Int16>.size
        count = reports.count
    }

    /// The part that has been read, 0 to 1.
    var share: Double {
        total == 0 ? 1 : Double(read) / Double(total)
    }

    /// The next bytes; none at the end.
    mutating func next() throws -> [UInt8] {
        while index < count {
            if file == nil { file = try FileHandle(forReadingFrom: spool.samplesFile(index)) }
            if let data = try file?.read(upToCount: Self.chunk), !data.isEmpty {
                read += data.count
                return [UInt8](data)
            }
            try file?.close()
            file = nil
            index += 1
        }
        return []
    }
}
