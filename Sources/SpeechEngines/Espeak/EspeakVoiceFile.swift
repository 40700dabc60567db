import CEspeakNG
import Foundation
import Speech

/// A voice in espeak-ng's own form (its documentation's page "Voice files"): a language's file, and what a timbre changes of it.
struct EspeakVoiceFile {
    /// The file's text.
    let text: String

    /// The pitch of the library's own man, from the bottom to the top of his melody, in Hz.
    private static let pitch = (low: 82.0, high: 118.0)

    /// - Parameter language: The text of the language's file.
    init(language: String, timbre: Timbre) {
        let ratio = pow(2, timbre.pitch / 12)
        let melody = Self.pitch.high - Self.pitch.low
        // A wider melody lies higher above its bottom: the bottom goes down, so that the middle of what is heard (as measured) stays.
        let low = (Self.pitch.low + 1.15 * melody * (1 - timbre.range)) * ratio
        let high = low + melody * timbre.range * ratio
        var lines = ["pitch \(Self.whole(low)) \(Self.whole(high))", "roughness \(Self.whole(timbre.roughness))"]
        lines += (1...8).map { "formant \($0) \(Self.whole(100 * timbre.formants)) 100 100" }
        if timbre.breath > 0 {
            // The strengths and widths of the noise at each formant: most of it high, as breath is heard.
            let strengths = [0, 20, 30, 30, 30, 30, 15, 40].map { "\(Self.whole($0 * timbre.breath))" }
            lines += ["breath " + strengths.joined(separator: " "), "breathw 150 150 200 200 400 400"]
            lines.append("voicing \(Self.whole(100 - 40 * timbre.breath))")
        }
        text = language + "\n" + lines.joined(separator: "\n") + "\n"
    }

    private static func whole(_ value: Double) -> Int {
        Int(value.rounded())
    }

    /// Does `body` with a path from which the file can be read. It is in memory: a host can't write to any disk.
    func withPath<Result>(_ body: (String) -> Result) -> Result? {
        let descriptor = CEspeakNG_memoryFile()
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { return nil }
        return body("/proc/self/fd/\(descriptor)")
    }
}
