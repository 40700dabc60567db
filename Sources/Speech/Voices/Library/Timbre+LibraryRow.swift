extension Timbre {
    /// The timbre of a row of a library: `pitch +9, range 1.1, rate 0.95, formants 1.15, breath 0.1, roughness 1`, in any order; what is left out is
    /// the engine's.
    ///
    /// - Throws: ``VoiceLibraryError`` for a name that there is not, and a value that is no number or out of its range.
    init(libraryRow row: LibraryRow) throws(VoiceLibraryError) {
        self = .plain
        for (name, text) in try row.pairs(.timbre) {
            guard let (property, range) = Self.properties[name] else { throw row.failure("a timbre has no \(name)") }
            guard let value = Double(text), range.contains(value) else {
                throw row.failure("\(name) is a number from \(range.lowerBound) to \(range.upperBound)")
            }
            self[keyPath: property] = value
        }
    }

    private static var properties: [String: (WritableKeyPath<Timbre, Double>, ClosedRange<Double>)] {
        [
            "pitch": (\.pitch, pitches), "range": (\.range, ranges), "rate": (\.rate, rates), "formants": (\.formants, formantRatios),
            "breath": (\.breath, breaths), "roughness": (\.roughness, roughnesses),
        ]
    }
}
