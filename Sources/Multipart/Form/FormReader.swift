/// Reads a whole form: fields into memory, files into a sink.
///
/// It holds the fields in memory, so at most as many bytes as the limits let there be parts of fields.
public struct FormReader: Sendable {
    private let boundary: MultipartBoundary
    private let limits: MultipartLimits
    private let repeatable: Set<String>

    /// A reader of forms.
    ///
    /// - Parameter repeatable: The names that more than one part may have. Any other, given twice, is an error.
    public init(boundary: MultipartBoundary, limits: MultipartLimits, repeatable: Set<String> = []) {
        self.boundary = boundary
        self.limits = limits
        self.repeatable = repeatable
    }

    /// Reads the form that the pieces of `body` make up together.
    ///
    /// - Throws: ``MultipartError``, or what the body or the sink throws.
    public func read<Body: AsyncSequence, Sink: FormFileSink>(_ body: Body, files sink: inout Sink) async throws -> MultipartForm<Sink.File>
    where Body.Element == [UInt8] {
        var parser = MultipartParser(boundary: boundary, limits: limits)
        var collector = FormCollector<Sink>(repeatable: repeatable)
        for try await piece in body {
            parser.append(piece)
            while let event = try parser.next() { try await collector.take(event, files: &sink) }
        }
        parser.end()
        while let event = try parser.next() { try await collector.take(event, files: &sink) }
        return collector.form
    }
}
