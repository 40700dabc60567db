import CFFmpeg

/// Takes samples that have a file's rate and sample format, and makes the file of them.
protocol SampleWriter: AnyObject {
    /// The kind of number a sample must be.
    var sampleFormat: AVSampleFormat { get }

    /// Adds samples.
    func write(_ samples: UnsafeRawPointer, count: Int) throws

    /// Completes the file. It is the last call.
    func finish() throws
}
