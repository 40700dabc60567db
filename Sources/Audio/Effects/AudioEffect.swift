/// Something that changes one channel of audio as it passes.
///
/// It is given all of the audio, in order, in blocks whose sizes depend on nothing but their places.
protocol AudioEffect: AnyObject {
    /// By how many samples what comes out is behind what goes in.
    var latency: Int { get }
    /// How many samples it rings on behind the last sound, until that is 60 dB down.
    var tail: Int { get }
    /// Changes the next samples in place: 1 is full scale, which they may exceed.
    func process(_ samples: UnsafeMutableBufferPointer<Float>)
}

extension AudioEffect {
    var latency: Int { 0 }
    var tail: Int { 0 }
}
