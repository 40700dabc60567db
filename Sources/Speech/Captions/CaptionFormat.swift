/// How captions are written down.
public enum CaptionFormat: String, Sendable, Codable, CaseIterable {
    /// SubRip.
    case srt
    /// WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format").
    case vtt
    /// `{"cues":[{"start":0.0,"end":1.2,"text":"…","words":[{"text":"…","start":0.0,"end":0.5}]}]}`, in seconds.
    case json

    /// The media type of a file in this format. It names the encoding: clients that are not told guess, and read `é` as `Ã©`.
    public var contentType: String {
        switch self {
        case .srt: "application/x-subrip; charset=utf-8"
        case .vtt: "text/vtt; charset=utf-8"
        case .json: "application/json"
        }
    }

    /// The usual end of a file's name in this format, without the dot.
    public var fileExtension: String { rawValue }

    /// The cues in this format, in UTF-8 with line feeds.
    public func render(_ cues: [Cue]) -> String {
        switch self {
        case .srt: Self.subRip(cues)
        case .vtt: Self.webVTT(cues)
        case .json: Self.json(cues)
        }
    }
}
