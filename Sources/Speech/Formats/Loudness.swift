#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The loudness of a piece of audio in one channel, from the energy of its consecutive 100 ms blocks (Recommendation ITU-R BS.1770-4, annex 1).
///
/// The blocks of segments that follow each other are appended, so that the loudness of a long text is known without its samples.
public struct Loudness: Sendable, Codable, Hashable {
    /// The mean square of the K-weighted samples of each 100 ms, full scale at 1.
    public private(set) var blocks: [Double]
    /// The largest magnitude of a sample in each 100 ms, full scale at 1; as many as there are blocks. They say what a limiter will do.
    public private(set) var peaks: [Float]

    /// The loudness of blocks.
    ///
    /// - Parameters:
    ///   - blocks: mean squares; what is negative or not a finite number counts as silence.
    ///   - peaks: the magnitudes that go with them; 0 where they are not known.
    public init(blocks: [Double] = [], peaks: [Float] = []) {
        self.blocks = blocks.map { $0.isFinite && $0 > 0 ? $0 : 0 }
        self.peaks = peaks.prefix(blocks.count).map { $0.isFinite && $0 > 0 ? $0 : 0 }
        self.peaks.append(contentsOf: repeatElement(0, count: blocks.count - self.peaks.count))
    }

    /// Appends the audio that follows.
    public mutating func append(_ next: Loudness) {
        blocks.append(contentsOf: next.blocks)
        peaks.append(contentsOf: next.peaks)
    }

    /// The integrated loudness in LUFS, or nil where all is below -70 LUFS.
    ///
    /// The windows are 400 ms long and start every 100 ms. Those below -70 LUFS do not count, and of the others not those more than 10 LU
    /// below their mean. Audio shorter than a window is one window.
    public var integrated: Double? {
        let audible = Self.windows(blocks).filter { $0 > Self.energy(ofLoudness: Self.absoluteGate) }
        guard let mean = Self.mean(audible) else { return nil }
        let threshold = mean * Self.relativeGateRatio
        // The loudest window is not below the mean, so there is always one.
        return Self.mean(audible.filter { $0 > threshold }).map(Self.loudness(ofEnergy:))
    }

    /// The integrated loudness of blocks in LUFS, or nil where all is below -70 LUFS.
    ///
    /// - Parameter blocks: mean squares of consecutive 100 ms; what is negative or not a finite number counts as silence.
    public static func integrated(blocks: [Double]) -> Double? {
        Loudness(blocks: blocks).integrated
    }
}

extension Loudness {
    /// Windows at or below it do not count, in LUFS.
    private static let absoluteGate = -70.0
    /// Windows more than 10 LU below the mean do not count: 10 LU are a tenth of the energy.
    private static let relativeGateRatio = 0.1
    /// What the standard takes off so that a 997 Hz sine reads its level.
    private static let offset = -0.691
    private static let blocksPerWindow = 4

    private static func windows(_ blocks: [Double]) -> [Double] {
        guard blocks.count >= blocksPerWindow else { return mean(blocks).map { [$0] } ?? [] }
        return (0...blocks.count - blocksPerWindow).map { start in
            (blocks[start] + blocks[start + 1] + blocks[start + 2] + blocks[start + 3]) / Double(blocksPerWindow)
        }
    }

    private static func mean(_ energies: [Double]) -> Double? {
        energies.isEmpty ? nil : energies.reduce(0, +) / Double(energies.count)
    }

    private static func loudness(ofEnergy energy: Double) -> Double {
        offset + 10 * log10(energy)
    }

    private static func energy(ofLoudness loudness: Double) -> Double {
        pow(10, (loudness - offset) / 10)
    }
}

extension Loudness {
    private enum CodingKeys: String, CodingKey {
        case blocks
        case peaks
    }

    /// Decodes as ``init(blocks:peaks:)`` does: what comes from elsewhere may hold any number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            blocks: container.decode([Double].self, forKey: .blocks),
            peaks: container.decodeIfPresent([Float].self, forKey: .peaks) ?? [])
    }
}
