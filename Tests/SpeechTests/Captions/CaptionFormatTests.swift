import Speech
import Testing

@Suite struct CaptionFormatTests {
    private let cues = [
        Cue(start: 0, end: 1.2, lines: ["Tom & <b>", "a --> b"], words: [CueWord(text: "Tom", start: 0, end: 0.5)]),
        Cue(start: 3661.007, end: 3662.1, lines: ["“x\"\\\u{1}”"]),
    ]

    @Test func `SubRip has numbers, commas, and no false arrow`() {
        #expect(
            CaptionFormat.srt.render(cues) == """
                1
                00:00:00,000 --> 00:00:01,200
                Tom & <b>
                a -- > b

                2
                01:01:01,007 --> 01:01:02,100
                “x"\\”

                """)
    }

    @Test func `WebVTT has points, and escapes`() {
        #expect(
            CaptionFormat.vtt.render(cues) == """
                WEBVTT

                00:00:00.000 --> 00:00:01.200
                Tom &amp; &lt;b&gt;
                a --&gt; b

                01:01:01.007 --> 01:01:02.100
                “x"\\”

                """)
    }

    @Test func `JSON has the words, and escapes`() {
        #expect(
            CaptionFormat.json.render(cues) == #"{"cues":[{"start":0.0,"end":1.2,"text":"Tom & <b>\na --> b","words":"#
                + #"[{"text":"Tom","start":0.0,"end":0.5}]},{"start":3661.007,"end":3662.1,"text":"“x\"\\\u0001”","words":[]}]}"#)
    }

    @Test func `no cues are an empty file`() {
        #expect(CaptionFormat.allCases.map { $0.render([]) } == ["", "WEBVTT\n", #"{"cues":[]}"#])
    }

    @Test func `a format has its media type and file extension`() {
        #expect(CaptionFormat.allCases.map(\.contentType) == ["application/x-subrip; charset=utf-8", "text/vtt; charset=utf-8", "application/json"])
        #expect(CaptionFormat.allCases.map(\.fileExtension) == ["srt", "vtt", "json"])
    }

    @Test func `times that are none, and long ones, can be written`() {
        let odd = [Cue(start: -.infinity, end: .nan, lines: ["a"]), Cue(start: 360_000, end: .infinity, lines: ["b"])]
        let lines = CaptionFormat.srt.render(odd).split(separator: "\n")
        #expect(lines[1] == "00:00:00,000 --> 00:00:00,000")
        #expect(lines[4].hasPrefix("100:00:00,000 --> "))
    }
}
