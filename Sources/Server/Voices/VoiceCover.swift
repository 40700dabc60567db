import Speech

/// A voice's picture: bars like those of a recording, in colours of its own, both drawn from its id, so that it is the same for ever.
struct VoiceCover {
    /// The picture, an SVG of 256 by 256.
    let svg: String

    /// How many bars there are.
    private static let bars = 11

    /// The picture of a voice.
    init(_ voice: Voice) {
        var numbers = StableNumbers(of: voice.id)
        let hue = numbers.next(below: 360)
        let turn = 30 + numbers.next(below: 60)
        let gradient = """
            <linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(\(hue),62%,46%)"/><stop offset="1" \
            stop-color="hsl(\((hue + turn) % 360),70%,30%)"/></linearGradient>
            """
        let shapes = (0..<Self.bars).map { index in
            // Taller in the middle, as a word is.
            let middle = Self.bars / 2
            let height = 20 + numbers.next(below: 30 + 90 * (middle - abs(index - middle)) / middle)
            return "<rect x=\"\(39 + index * 17)\" y=\"\(128 - height / 2)\" width=\"9\" height=\"\(height)\" rx=\"4.5\"/>"
        }
        svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256"><defs>\(gradient)</defs>\
            <rect width="256" height="256" fill="url(#g)"/><g fill="#fff" fill-opacity=".9">\(shapes.joined())</g></svg>
            """
    }
}
