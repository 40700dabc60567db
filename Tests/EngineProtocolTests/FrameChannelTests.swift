import EngineProtocol
import Foundation
import Testing

@Suite struct FrameChannelTests {
    /// A pipe whose ends are closed with it.
    private final class Pipe {
        let reading: Int32
        private(set) var writing: Int32

        init() throws {
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            (reading, writing) = (ends[0], ends[1])
            for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        }

        func closeWriting() {
            if writing >= 0 { close(writing) }
            writing = -1
        }

        deinit {
            closeWriting()
            close(reading)
        }
    }

    @Test func `what is written is read`() throws {
        let pipe = try Pipe()
        let channel = FrameChannel(input: pipe.reading, output: pipe.writing, patience: .seconds(5))
        let frames = [Frame(.samples, Array(repeating: 3, count: 20_000)), Frame(.more), Frame(.samples)]
        for frame in frames { try channel.write(frame) }
        for frame in frames { #expect(try channel.read() == frame) }
    }

    @Test func `an end between frames is the end, and one in a frame is an error`() throws {
        let pipe = try Pipe()
        let channel = FrameChannel(input: pipe.reading, output: pipe.writing, patience: .seconds(5))
        try channel.write(Frame(.more))
        pipe.closeWriting()
        #expect(try channel.read() == Frame(.more))
        #expect(try channel.read() == nil)

        let cut = try Pipe()
        let bytes = Frame(.samples, [1, 2, 3]).bytes.dropLast()
        #expect(bytes.withUnsafeBytes { write(cut.writing, $0.baseAddress, $0.count) } == bytes.count)
        cut.closeWriting()
        let other = FrameChannel(input: cut.reading, output: -1, patience: .seconds(5))
        #expect(throws: FrameError.closed) { try other.read() }
    }

    @Test func `patience ends`() throws {
        let pipe = try Pipe()
        let channel = FrameChannel(input: pipe.reading, output: pipe.writing, patience: .milliseconds(10))
        #expect(throws: FrameError.timedOut) { try channel.read() }
        // A pipe holds 64 KiB: more than that waits for a reader.
        #expect(throws: FrameError.timedOut) { try channel.write(Frame(.samples, Array(repeating: 0, count: 1 << 20))) }
    }

    @Test func `a descriptor that is none is an error`() {
        let channel = FrameChannel(input: -1, output: -1, patience: nil)
        #expect(throws: FrameError.system(EBADF)) { try channel.read() }
        #expect(throws: FrameError.system(EBADF)) { try channel.write(Frame(.more)) }
    }
}
