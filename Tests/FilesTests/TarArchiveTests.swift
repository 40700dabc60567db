import Foundation
import TestSupport
import Testing

@testable import Files

@Suite struct TarArchiveTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private var url: URL { URL(fileURLWithPath: folder.path, isDirectory: true) }

    private func archive(_ names: [String]) async throws -> TarArchive {
        let file = url.appendingPathComponent("test.tar")
        try Data().write(to: file)
        try await TarArchive.write(names, in: url, to: FileHandle(forWritingTo: file))
        return try TarArchive(file)
    }

    private final class Entries: Sendable {
        nonisolated(unsafe) var all: [TarEntry] = []
    }

    @Test func `what was packed is listed, and is there when it is unpacked`() async throws {
        try FileManager.default.createDirectory(at: url.appendingPathComponent("b/c"), withIntermediateDirectories: true)
        try Data("one".utf8).write(to: url.appendingPathComponent("b/c/d.mp3"))
        try Data(count: 3_000_000).write(to: url.appendingPathComponent("a"))
        let archive = try await archive(["b", "a"])
        let entries = Entries()
        try await archive.checkEntries { entries.all.append($0) }
        #expect(
            entries.all == [
                TarEntry(isFolder: true, size: 0, path: "b/"), TarEntry(isFolder: true, size: 0, path: "b/c/"),
                TarEntry(isFolder: false, size: 3, path: "b/c/d.mp3"), TarEntry(isFolder: false, size: 3_000_000, path: "a"),
            ])
        let target = url.appendingPathComponent("target")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
        try await archive.unpack(into: target)
        #expect(try Data(contentsOf: target.appendingPathComponent("b/c/d.mp3")) == Data("one".utf8))
        // Nothing is overwritten.
        await #expect(throws: TarError.self) { try await archive.unpack(into: target) }
    }

    @Test func `links are refused, and what is compressed`() async throws {
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "/etc/passwd")
        let links = try await archive(["link"])
        await #expect(throws: TarError.unexpected("lrwxrwxrwx 0/0               0 \(try date(of: "link")) link -> /etc/passwd")) {
            try await links.checkEntries { _ in }
        }
        let file = url.appendingPathComponent("compressed")
        try Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0x4C, 4, 0, 0x43, 0xBE, 0xB7, 0xE8, 1, 0, 0, 0]).write(to: file)
        let compressed = try TarArchive(file)
        await #expect(throws: TarError.self) { try await compressed.checkEntries { _ in } }
    }

    /// When a link was made, as tar shows it.
    private func date(of name: String) throws -> String {
        let made = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")[.modificationDate] as? Date ?? .distantPast
        return made.formatted(.iso8601.year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: false))
    }

    @Test func `what a check throws ends it`() async throws {
        struct Refusal: Error {}
        try Data().write(to: url.appendingPathComponent("a"))
        let archive = try await archive(["a"])
        await #expect(throws: Refusal.self) { try await archive.checkEntries { _ in throw Refusal() } }
    }

    @Test(arguments: [
        "lrwxrwxrwx 0/0 0 2026-11-21 05:06:58 a -> b", "hrw-r--r-- 0/0 0 2026-11-21 05:06:58 a link to b", "brw-r--r-- 0/0 8,0 2026-11-21 05:06:58 a",
        "-rw-r--r-- 0/0 -1 2026-11-21 05:06:58 a", "-rw-r--r-- 0/0 1 2026-11-21 05:06:58 a b", "-rw-r--r-- 0/0 1 2026-11-21 05:06:58", "",
    ])
    func `a line that shows no file and no folder is no entry`(line: String) {
        #expect(TarEntry(line: Substring(line)) == nil)
    }

    @Test(arguments: [
        ("files/", true), ("files/0f/", true), ("files/\(try! FileName("a.mp3").subfolder)/a.mp3", true), ("files/00/../a", false),
        ("files/zz/", false), ("files/0f", false), ("/files/", false), ("../files/", false), ("files", false), ("tmp/", false),
        ("files/\(try! FileName("a.mp3").subfolder)/b.mp3", false), ("", false),
    ])
    func `only paths of files that a store could have are its own`(path: String, isKept: Bool) {
        #expect(DiskFileStore.keeps(path) == isKept)
    }
}
