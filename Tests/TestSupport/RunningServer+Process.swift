import Foundation

extension RunningServer {
    /// The memory that the server's own process has, in MiB.
    public var memory: Int {
        get throws {
            let pages = try String(contentsOfFile: "/proc/\(processID)/statm", encoding: .utf8).split(separator: " ")
            return (pages.count > 1 ? Int(pages[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE))) >> 20
        }
    }

    /// The processor time that the server's own process has taken.
    public var processorTime: Duration {
        get throws {
            let status = try String(contentsOfFile: "/proc/\(processID)/stat", encoding: .utf8)
            // proc(5): the fields 14 and 15, of which the third is the first behind the name.
            let fields = status[(status.lastIndex(of: ")") ?? status.startIndex)...].split(separator: " ")
            let ticks = fields.dropFirst(12).prefix(2).compactMap { Int($0) }.reduce(0, +)
            return .milliseconds(ticks * 1000 / sysconf(Int32(_SC_CLK_TCK)))
        }
    }

    /// The files that the server's own process has mapped: itself, and the libraries that it has loaded.
    public var mappedFiles: Set<String> {
        get throws {
            // Not by String(contentsOfFile:), which stops after a page: such a file has no size.
            let maps = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/\(processID)/maps")).readToEnd() ?? Data()
            let lines = String(decoding: maps, as: UTF8.self).split(separator: "\n")
            return Set(lines.compactMap { line in line.firstIndex(of: "/").map { String(line[$0...]) } })
        }
    }

    /// The names of the finished files that the server has open.
    public var openFiles: [String] {
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(processID)/fd")) ?? []
        return descriptors.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(processID)/fd/\($0)") }
            .filter { $0.hasPrefix(data + "/files/") }.map { URL(fileURLWithPath: $0).lastPathComponent }
    }

    /// The value of a metric without labels, or the sum of one with them; nil where it is not there.
    public func metric(_ name: String) async throws -> Double? {
        let lines = try await client.anonymous.get("/metrics").text.split(separator: "\n")
        let values = lines.filter { $0.hasPrefix(name + " ") || $0.hasPrefix(name + "{") }.compactMap {
            $0.split(separator: " ").last.flatMap { Double($0) }
        }
        return values.isEmpty ? nil : values.reduce(0, +)
    }
}
