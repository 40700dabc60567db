/// Where an engine puts what it speaks.
public protocol SpeechSink: AnyObject {
    /// Takes the next samples: 16 bits, one channel, `sampleRate` a second.
    func take(_ samples: UnsafeBufferPointer<Int16>, sampleRate: Int) throws
    /// Takes a word or a part of one: where it stands in the utterance's text (UTF-8 bytes), and when it is heard, in samples from the utterance's
    /// first. Marks come in the order in which they are heard.
    func take(_ mark: SpokenMark)
}
