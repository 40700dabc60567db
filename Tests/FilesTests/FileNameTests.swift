import Testing

@testable import Files

@Suite struct FileNameTests {
    @Test(arguments: ["a", "0", "_", "-", "a.mp3", "A-b_c.9", "a..b", String(repeating: "x", count: 128)])
    func `plain names are allowed`(name: String) throws {
        #expect(try FileName(name).string == name)
    }

    @Test(arguments: [
        "", ".", "..", ".hidden", "a/b", "../a", "a\0b", "a b", "ä", "a\n", "a\\b", "a%2fb", String(repeating: "x", count: 129),
    ])
    func `everything else is refused`(name: String) {
        #expect(throws: FileStoreError.invalidName) { try FileName(name) }
    }

    @Test func `names are spread over all subfolders, however alike they are`() throws {
        let subfolders = try (0..<10_000).map { try FileName("speech-\($0).mp3").subfolder }
        let counts = Dictionary(grouping: subfolders, by: \.self).mapValues(\.count)
        #expect(counts.count == 256)
        #expect(counts.values.allSatisfy { $0 < 100 })
        #expect(subfolders.allSatisfy { $0.count == 2 })
    }

    @Test func `a name is in the same subfolder for ever`() throws {
        #expect(try [FileName("a").subfolder, FileName("speech.mp3").subfolder] == ["bb", "f5"])
    }
}
