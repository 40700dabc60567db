/// Takes a `multipart/form-data` body apart as it comes (RFC 7578 and RFC 2046, 5.1), with no input or output of its own.
///
/// Give it bytes by ``append(_:)``, ask ``next()`` for what is in them until there is nothing more, and go on so until the bytes end: ``end()``.
/// What it finds does not depend on how the bytes are cut into pieces. Between pieces it keeps at most one line of a part's headers. Its time
/// is linear in the bytes.
///
/// It is strict where readers differ, because a form that another program checked must not mean something else here:
/// - Lines of boundaries and headers end in CR LF. A bare CR or LF there is an error, and a header can't go on in a second line. In content, both are
///   content.
/// - A line that begins with the boundary is one. Where anything but blanks or `--` follows, that is an error.
/// - A form without its closing boundary is an error, however much of it is there.
/// - Every part is `form-data` with a name, and is not encoded (RFC 7578, 4.7).
///
/// What is before the first boundary and after the closing one's line is skipped. There may be no part at all: browsers send empty forms so.
public struct MultipartParser: Sendable {
    private enum State {
        case preamble, delimiterLine, headers, content, epilogue, finished
        case failed(MultipartError)
    }

    private let limits: MultipartLimits
    private var state = State.preamble
    private var search: DelimiterSearch
    private var line = DelimiterLine()
    private var headers: PartHeaderReader
    private var part: MultipartPart?

    /// What was given and not yet taken apart.
    private var input: ArraySlice<UInt8> = []
    /// How many more bytes the body may have.
    private var bodyRoom: Int
    /// How many more bytes the part may have.
    private var partRoom = 0
    private var partCount = 0
    private var isTooLarge = false
    private var hasEnded = false

    /// A parser of one body.
    public init(boundary: MultipartBoundary, limits: MultipartLimits) {
        self.limits = limits
        search = DelimiterSearch(for: boundary)
        headers = PartHeaderReader(limit: limits.headerBytes)
        bodyRoom = limits.bodyBytes
    }

    /// Gives it the next bytes of the body. Best after ``next()`` has returned nil: what it has not yet taken apart is copied otherwise.
    public mutating func append(_ bytes: [UInt8]) {
        precondition(!hasEnded, "The body has ended.")
        let fitting = bytes.prefix(bodyRoom)
        bodyRoom -= fitting.count
        if fitting.count < bytes.count { isTooLarge = true }
        if input.isEmpty { input = fitting } else { input += fitting }
    }

    /// Tells it that the body has no more bytes.
    public mutating func end() {
        hasEnded = true
    }

    /// What comes next; nil where that takes more bytes, and after the form's end.
    ///
    /// - Throws: ``MultipartError``, the same again once it has thrown.
    public mutating func next() throws(MultipartError) -> MultipartEvent? {
        do throws(MultipartError) {
            while !input.isEmpty {
                if let event = try step() { return event }
            }
            return try endOfInput()
        } catch {
            state = .failed(error)
            input = []
            throw error
        }
    }

    /// Goes on to the next event, or to where the state changes or the input ends.
    private mutating func step() throws(MultipartError) -> MultipartEvent? {
        switch state {
        case .preamble:
            if case .delimiter = search.next(in: &input) { beginDelimiterLine() }
            return nil
        case .delimiterLine:
            try takeDelimiterLine()
            return nil
        case .headers: return try takeHeaders()
        case .content: return try takeContent()
        case .epilogue, .finished:
            input = []
            return nil
        case .failed(let error): throw error
        }
    }

    /// What it means that there is no more input, for now or for good.
    private mutating func endOfInput() throws(MultipartError) -> MultipartEvent? {
        if case .failed(let error) = state { throw error }
        if isTooLarge { throw .bodyTooLarge(limit: limits.bodyBytes) }
        guard hasEnded else { return nil }
        switch state {
        case .finished: return nil
        case .epilogue: break
        case .delimiterLine where line.mayEnd: break
        case .preamble: throw .boundaryNotFound
        default: throw .truncated
        }
        state = .finished
        return .finished
    }

    private mutating func beginDelimiterLine() {
        line = DelimiterLine()
        state = .delimiterLine
    }

    private mutating func takeDelimiterLine() throws(MultipartError) {
        while let byte = input.popFirst() {
            switch line.take(byte) {
            case .unfinished: continue
            case .malformed: throw .bytesAfterBoundary(partCount + 1)
            case .finished: if line.isClosing { state = .epilogue } else { try beginPart() }
            }
            return
        }
    }

    private mutating func beginPart() throws(MultipartError) {
        guard partCount < limits.parts else { throw .tooManyParts(limit: limits.parts) }
        partCount += 1
        headers = PartHeaderReader(limit: limits.headerBytes)
        state = .headers
    }

    private mutating func takeHeaders() throws(MultipartError) -> MultipartEvent? {
        while let byte = input.popFirst() {
            switch try takeHeader(byte) {
            case .unfinished: continue
            case .tooLong: throw .headersTooLong(part: partCount, limit: limits.headerBytes)
            case .finished(nil): throw .missingName(part: partCount)
            case .finished(let part?): return beginContent(of: part)
            }
        }
        return nil
    }

    private mutating func takeHeader(_ byte: UInt8) throws(MultipartError) -> PartHeaderReader.Outcome {
        do throws(HeaderFlaw) {
            return try headers.take(byte)
        } catch {
            throw .malformedHeader(part: partCount, error)
        }
    }

    private mutating func beginContent(of part: MultipartPart) -> MultipartEvent {
        self.part = part
        partRoom = part.isFile ? limits.fileBytes : limits.fieldBytes
        search.beginAfterLineBreak()
        state = .content
        return .partBegan(part)
    }

    private mutating func takeContent() throws(MultipartError) -> MultipartEvent? {
        switch search.next(in: &input) {
        case nil: return nil
        case .delimiter:
            beginDelimiterLine()
            return .partEnded
        case .content(let bytes):
            let fitting = bytes.prefix(partRoom)
            partRoom -= fitting.count
            if fitting.count < bytes.count {
                // What fits is still told, so that it does not depend on the pieces.
                guard !fitting.isEmpty else { throw partTooLarge }
                state = .failed(partTooLarge)
            }
            return .bytes(fitting)
        }
    }

    private var partTooLarge: MultipartError {
        let name = part?.name ?? ""
        return part?.isFile == true ? .fileTooLarge(name: name, limit: limits.fileBytes) : .fieldTooLarge(name: name, limit: limits.fieldBytes)
    }
}
