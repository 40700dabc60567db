import Speech
import Testing

@testable import Server

/// The format of a subtitle that an `Accept` header asks for.
@Suite struct LabsSubtitleFormatTests {
    @Test(
        arguments: [
            ("text/vtt", .vtt), ("application/x-subrip", .srt), ("Text/VTT ; q=0.1", .vtt), ("text/vtt;charset=utf-8;Q=0.1", .vtt),
            ("text/vtt;q=0.5, application/x-subrip", .srt), ("text/vtt, application/x-subrip", .vtt), ("application/x-subrip, text/vtt", .srt),
            ("text/vtt;q=0.5,application/x-subrip;q=0.500", .vtt), ("application/json, text/vtt;q=0.001", .vtt),
            ("text/vtt;q=0, application/json", nil), ("text/vtt;q=0.000, application/x-subrip;q=0.2", .srt), ("text/vtt;q=2", nil),
            ("text/vtt;q=-1", nil), ("text/vtt;q=nan", nil), ("text/vtt;q=", nil), ("application/json", nil), ("*/*", nil), ("text/*", nil),
            ("", nil),
            (";q=1", nil), (",,;;", nil), (",text/vtt,", .vtt),
        ] as [(String, CaptionFormat?)])
    func `the highest weight wins, and of equal ones the first`(accept: String, format: CaptionFormat?) {
        #expect(LabsSubtitleRequest.format(accept) == format)
    }
}
