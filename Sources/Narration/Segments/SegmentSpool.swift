import EngineProtocol
import Foundation

/// Spoken segments that wait on disk until all of them are there.
///
/// Each has a file of samples, and a report that is written after it: a report that is there, with samples of its length, stands for a whole segment.
struct SegmentSpool: Sendable {
    private let folder: URL
    private let segments: [Segment]

    init(folder: URL, segments: [Segment]) {
        self.folder = folder
        self.segments = segments
    }

    /// Makes the folder.
    func prepare() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// The report of a segment that an earlier try spoke whole, from the same request.
    func report(of index: Int) -> SpokenReport? {
        guard let data = try? Data(contentsOf: reportFile(index)), let entry = try? JSONDecoder().decode(Entry.self, from: data),
            entry.request == segments[index].request,
            let size = try? FileManager.default.attributesOfItem(atPath: samplesFile(index).path)[.size] as? Int,
            size == entry.report.sampleCount * MemoryLayout<Int16>.size
        else { return nil }
        return entry.report
    }

    /// A new file for a segment's samples, and its place: one of its own, so that two tries can't write into each other's.
    func writer(for index: Int) throws -> (file: FileOutput, place: URL) {
        let place = folder.appendingPathComponent("\(index)-\(UUID().uuidString).partial")
        return (try FileOutput(path: place.path, removesItself: true), place)
    }

    /// Notes that a segment is whole, whose samples are in the file at `place`.
    func keep(_ report: SpokenReport, of index: Int, from place: URL) throws {
        guard rename(place.path, samplesFile(index).path) == 0 else { throw FileOutputError(code: errno) }
        try JSONEncoder().encode(Entry(request: segments[index].request, report: report)).write(to: reportFile(index), options: .atomic)
    }

    /// The file with a segment's samples.
    func samplesFile(_ index: Int) -> URL {
        folder.appendingPathComponent("\(index).pcm")
    }

    private func reportFile(_ index: Int) -> URL {
        folder.appendingPathComponent("\(index).json")
    }

    private struct Entry: Codable {
        var request: SegmentRequest
        var report: SpokenReport
    }
}
