import EngineProtocol
import Testing

@Suite struct FrameParserTests {
    private static let frames = [
        Frame(.request, Array("{}".utf8)), Frame(.more), Frame(.samples, [1, 2, 3, 4]), Frame(.samples),
        Frame.encoded([9, 8, 7], at: 5), Frame(.finished, Array(0...40)),
    ]

    /// All frames that come when the bytes arrive in `pieces`.
    private func frames(from pieces: [ArraySlice<UInt8>]) throws -> (frames: [Frame], isInMidFrame: Bool) {
        var parser = FrameParser()
        var frames: [Frame] = []
        for piece in pieces {
            piece.withUnsafeBytes { parser.append($0) }
            while let frame = try parser.next() { frames.append(frame) }
        }
        return (frames, parser.isInMidFrame)
    }

    @Test func `frames are the same wherever they were split`() throws {
        let bytes = Self.frames.flatMap(\.bytes)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let parsed = try frames(from: [bytes[..<first], bytes[first..<second], bytes[second...]])
                #expect(parsed.frames == Self.frames && !parsed.isInMidFrame)
            }
        }
    }

    @Test func `frames are the same byte by byte`() throws {
        let bytes = Self.frames.flatMap(\.bytes)
        let parsed = try frames(from: bytes.indices.map { bytes[$0...$0] })
        #expect(parsed.frames == Self.frames)
    }

    @Test func `frames can be taken when all have come`() throws {
        var parser = FrameParser()
        Self.frames.flatMap(\.bytes).withUnsafeBytes { parser.append($0) }
        for frame in Self.frames {
            #expect(parser.isInMidFrame)
            #expect(try parser.next() == frame)
        }
        #expect(try parser.next() == nil)
        #expect(!parser.isInMidFrame)
    }

    @Test func `a part of a frame is no frame`() throws {
        let bytes = Frame(.samples, [1, 2]).bytes
        for count in 1..<bytes.count {
            let parsed = try frames(from: [bytes[..<count]])
            #expect(parsed.frames.isEmpty && parsed.isInMidFrame)
        }
    }

    @Test func `the longest payload is taken, and a longer one is not`() throws {
        let longest = Frame(.samples, Array(repeating: 7, count: Frame.payloadLimit))
        #expect(try frames(from: [longest.bytes[...]]).frames == [longest])
        let longer = Frame(.samples, Array(repeating: 7, count: Frame.payloadLimit + 1)).bytes
        // It is refused by its head, before anything of it is kept.
        #expect(throws: FrameError.tooLong(Frame.payloadLimit + 1)) { try frames(from: [longer[..<5]]) }
        #expect(throws: FrameError.tooLong(0xFFFF_FFFF)) { try frames(from: [[255, 255, 255, 255, 2]]) }
    }

    @Test(arguments: [0, 4, 15, 25, 255] as [UInt8])
    func `a kind that there is not is an error`(kind: UInt8) {
        #expect(throws: FrameError.unknownKind(kind)) { try frames(from: [[0, 0, 0, 0, kind]]) }
    }

    @Test func `a frame on the wire is its length, its kind and its payload`() {
        #expect(Frame(.samples, [10, 11, 12]).bytes == [3, 0, 0, 0, 2, 10, 11, 12])
        #expect(Frame(.more).bytes == [0, 0, 0, 0, 18])
    }
}
