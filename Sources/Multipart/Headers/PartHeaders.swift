/// The headers of one part, line by line (RFC 7578, 4.2 to 4.8). Those that mean nothing here are skipped, once they are seen to be headers.
struct PartHeaders {
    private var disposition: HeaderParameters?
    private var contentType: String?

    /// Takes one line, without its end.
    mutating func add(line: [UInt8]) throws(HeaderFlaw) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0, line[..<colon].allSatisfy(\.isTokenCharacter) else {
            throw .notAField
        }
        guard !line.contains(where: \.isHeaderControl), let text = String(validating: line[(colon + 1)...], as: UTF8.self) else { throw .notText }
        switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
        case "content-disposition":
            guard disposition == nil else { throw .repeated("Content-Disposition") }
            disposition = try HeaderParameters(text)
        case "content-type":
            guard contentType == nil else { throw .repeated("Content-Type") }
            contentType = Self.trimmed(text)
        case "content-transfer-encoding":
            guard ["binary", "8bit", "7bit"].contains(Self.trimmed(text).lowercased()) else { throw .encoded }
        default: break
        }
    }

    /// What the lines say together; nil where they give the part no name.
    func part() throws(HeaderFlaw) -> MultipartPart? {
        guard let disposition else { return nil }
        guard disposition.value == "form-data" else { throw .disposition }
        let fileName = try fileName(of: disposition)
        guard let name = disposition["name"], !name.isEmpty else { return nil }
        return MultipartPart(name: PercentEncoding.decodingForm(name), fileName: fileName, contentType: contentType)
    }

    /// The file's name. The extended one says more where both are there (RFC 6266, 4.3).
    private func fileName(of disposition: HeaderParameters) throws(HeaderFlaw) -> String? {
        guard let extended = disposition["filename*"] else { return disposition["filename"].map(PercentEncoding.decodingForm) }
        guard let name = PercentEncoding.decodingExtended(extended) else { throw .extendedValue("filename*") }
        return name
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text.utf8.drop { $0.isBlank }
        while let last = rest.last, last.isBlank { rest.removeLast() }
        return String(Substring(rest))
    }
}
