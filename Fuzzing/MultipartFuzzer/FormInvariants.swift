@testable import Multipart

/// What holds of every form, whatever its bytes.
struct FormInvariants {
    private let input: FuzzInput
    private let form: ParsedForm

    init(_ input: FuzzInput) {
        self.input = input
        form = ParsedForm([input.body], boundary: input.boundary, limits: input.limits)
    }

    /// Ends the process where one does not hold.
    func check() {
        checkPieces()
        checkOrder()
        checkLimits()
        checkContents()
        checkRendering()
        checkKeptBack()
    }

    private func checkPieces() {
        precondition(ParsedForm(input.pieces, boundary: input.boundary, limits: input.limits) == form, "Pieces change what is found.")
        let bytes = input.body.map { [$0] }
        precondition(ParsedForm(bytes, boundary: input.boundary, limits: input.limits) == form, "Single bytes change what is found.")
    }

    private func checkOrder() {
        var isInPart = false
        for (index, event) in form.events.enumerated() {
            switch event {
            case .partBegan(let part):
                precondition(!isInPart && !part.name.isEmpty, "A part begins in a part, or has no name.")
                isInPart = true
            case .bytes(let bytes): precondition(isInPart && !bytes.isEmpty, "There are bytes outside of a part, or none.")
            case .partEnded:
                precondition(isInPart, "A part ends that never began.")
                isInPart = false
            case .finished: precondition(!isInPart && index == form.events.count - 1 && form.error == nil, "The form goes on after its end.")
            }
        }
        precondition((form.events.last == .finished) == (form.error == nil), "The form is neither finished nor failed.")
    }

    private func checkLimits() {
        var count = 0
        var part: MultipartPart?
        for event in form.events {
            switch event {
            case .partBegan(let next):
                part = next
                count += 1
            case .bytes(let bytes):
                precondition(bytes.count <= (part?.isFile == true ? input.limits.fileBytes : input.limits.fieldBytes), "A part is too large.")
            case .partEnded, .finished: break
            }
        }
        precondition(count <= input.limits.parts, "There are too many parts.")
        precondition(form.error != nil || input.body.count <= input.limits.bodyBytes, "The body is too large.")
    }

    private func checkContents() {
        let delimiter = input.boundary.delimiter
        var told = 0
        for case .bytes(let bytes) in form.events {
            told += bytes.count
            precondition(!(Array("\r\n".utf8) + bytes).containsRun(delimiter), "A part holds the delimiter.")
        }
        precondition(told <= input.body.count, "There is more in the parts than in the body.")
        if form.error == nil {
            precondition((Array("\r\n".utf8) + input.body).containsRun(delimiter + Array("--".utf8)), "A form ended that was not closed.")
        }
    }

    /// What was found, written anew, is found again.
    private func checkRendering() {
        guard form.error == nil else { return }
        let again = ParsedForm([RenderedForm(form, boundary: input.boundary).bytes], boundary: input.boundary)
        precondition(again == form, "A form that is written anew is another.")
    }

    /// Within a part, less than the delimiter is kept back; and what has failed stays failed.
    private func checkKeptBack() {
        var parser = MultipartParser(boundary: input.boundary, limits: input.limits)
        var keptBack: Int?
        do throws(MultipartError) {
            for byte in input.body {
                parser.append([byte])
                if let count = keptBack { keptBack = count + 1 }
                while let event = try parser.next() {
                    switch event {
                    case .partBegan: keptBack = 0
                    case .bytes(let bytes): keptBack? -= bytes.count
                    case .partEnded, .finished: keptBack = nil
                    }
                }
                precondition((keptBack ?? 0) < input.boundary.delimiter.count, "More than the delimiter is kept back.")
            }
        } catch {
            parser.append(Array("\r\n--\(input.boundary.text)--".utf8))
            parser.end()
            do throws(MultipartError) {
                _ = try parser.next()
                preconditionFailure("What has failed goes on.")
            } catch let again {
                precondition(again == error, "What has failed fails otherwise.")
            }
        }
    }
}
