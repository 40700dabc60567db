@testable import Multipart

/// What a parser made of a form: its events, with all bytes of a part in one, and the error that ended it.
struct ParsedForm: Equatable {
    var events: [MultipartEvent] = []
    var error: MultipartError?

    /// The largest limits.
    static let unlimited = MultipartLimits(parts: .max, headerBytes: .max, fieldBytes: .max, fileBytes: .max, bodyBytes: .max)

    /// Parses the pieces of a body, one after the other.
    init(_ pieces: [[UInt8]], boundary: MultipartBoundary, limits: MultipartLimits = Self.unlimited) {
        var parser = MultipartParser(boundary: boundary, limits: limits)
        do throws(MultipartError) {
            for piece in pieces {
                parser.append(piece)
                while let event = try parser.next() { add(event) }
            }
            parser.end()
            while let event = try parser.next() { add(event) }
        } catch {
            self.error = error
        }
    }

    /// Parses a body that is given whole, between boundaries `x`.
    init(_ body: String, limits: MultipartLimits = Self.unlimited) throws {
        self.init([Array(body.utf8)], boundary: try MultipartBoundary("x"), limits: limits)
    }

    /// The parts that are whole, with their bytes.
    var parts: [(part: MultipartPart, bytes: [UInt8])] {
        var parts: [(part: MultipartPart, bytes: [UInt8])] = []
        for event in events {
            switch event {
            case .partBegan(let part): parts.append((part, []))
            case .bytes(let bytes): parts[parts.count - 1].bytes += bytes
            case .partEnded, .finished: break
            }
        }
        return events.last == .finished ? parts : []
    }

    private mutating func add(_ event: MultipartEvent) {
        if case .bytes(let bytes) = event, case .bytes(let before) = events.last {
            events[events.count - 1] = .bytes(before + bytes)
        } else {
            events.append(event)
        }
    }
}
