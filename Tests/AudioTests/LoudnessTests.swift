import Speech
import Testing

@Suite struct LoudnessTests {
    /// The energy that reads a loudness.
    private let energy23 = 0.005_876

    private func isClose(_ value: Double?, _ expected: Double) -> Bool {
        value.map { abs($0 - expected) < 0.01 } ?? false
    }

    @Test func `nothing and silence have no loudness`() {
        #expect(Loudness().integrated == nil)
        #expect(Loudness.integrated(blocks: [0, 0, 0, 0, 0, 0]) == nil)
        #expect(Loudness.integrated(blocks: [Double](repeating: 1e-8, count: 10)) == nil)
    }

    @Test func `an even level reads itself`() {
        for count in [1, 3, 4, 100] {
            #expect(isClose(Loudness.integrated(blocks: [Double](repeating: energy23, count: count)), -23))
        }
    }

    @Test func `silence is gated out`() {
        let loudness = Loudness(blocks: [Double](repeating: energy23, count: 1000) + [Double](repeating: 0, count: 3000))
        // The three windows that are partly silent read up to 6 dB less.
        #expect(isClose(loudness.integrated, -23))
    }

    @Test func `what is 10 LU below the mean is gated out, and what is less below is not`() {
        let loud = [Double](repeating: energy23, count: 1000)
        #expect(isClose(Loudness.integrated(blocks: loud + loud.map { $0 / 100 }), -23))
        #expect(isClose(Loudness.integrated(blocks: loud + loud.map { $0 / 4 }), -25.04))
    }

    @Test func `segments that are appended read as one`() {
        let first = Loudness(blocks: [1e-3, 2e-3, 3e-3], peaks: [0.1, 0.2, 0.3])
        let second = Loudness(blocks: [4e-3, 5e-3])
        var whole = first
        whole.append(second)
        #expect(whole == Loudness(blocks: [1e-3, 2e-3, 3e-3, 4e-3, 5e-3], peaks: [0.1, 0.2, 0.3, 0, 0]))
        #expect(whole.integrated == Loudness.integrated(blocks: [1e-3, 2e-3, 3e-3, 4e-3, 5e-3]))
    }

    @Test func `values that cannot be are silence`() {
        let loudness = Loudness(blocks: [.nan, -1, .infinity, 1e-3], peaks: [.nan, -1, .infinity, 0.5, 0.7])
        #expect(loudness.blocks == [0, 0, 0, 1e-3])
        #expect(loudness.peaks == [0, 0, 0, 0.5])
    }
}
