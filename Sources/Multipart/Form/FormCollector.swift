/// Puts a form together from a parser's events.
struct FormCollector<Sink: FormFileSink> {
    private let repeatable: Set<String>
    private(set) var form = MultipartForm<Sink.File>()
    private var part: MultipartPart?
    private var value: [UInt8] = []

    init(repeatable: Set<String>) {
        self.repeatable = repeatable
    }

    /// Takes the next event.
    ///
    /// - Throws: ``MultipartError/repeatedName(_:)``, ``MultipartError/fieldNotText(name:)``, or what the sink throws.
    mutating func take(_ event: MultipartEvent, files sink: inout Sink) async throws {
        switch event {
        case .partBegan(let part):
            guard repeatable.contains(part.name) || !form.has(part.name) else { throw MultipartError.repeatedName(part.name) }
            self.part = part
            if part.isFile { try await sink.begin(part) }
        case .bytes(let bytes):
            if part?.isFile == true { try await sink.write(bytes) } else { value += bytes }
        case .partEnded:
            guard let part else { return }
            if part.isFile { form.files[part.name, default: []].append(try await sink.end()) } else { try endField(part.name) }
        case .finished: break
        }
    }

    private mutating func endField(_ name: String) throws(MultipartError) {
        guard let text = String(validating: value, as: UTF8.self) else { throw .fieldNotText(name: name) }
        form.fields[name, default: []].append(text)
        value.removeAll()
    }
}
