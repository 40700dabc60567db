import Foundation
import Speech

/// What users say of their voices, within bounds.
enum VoiceText {
    /// The longest name, in characters.
    static let nameLimit = 100
    /// The longest description, in characters.
    static let descriptionLimit = 500
    /// How many tags there may be, and how long each, in characters.
    private static let (tagLimit, tagLength) = (20, 50)

    /// A text of one line, without blanks around it; nil where it is not given.
    ///
    /// - Throws: ``RequestError``.
    static func line(_ name: String, of fields: RequestFields, limit: Int) throws(RequestError) -> String? {
        guard let text = try fields.string(name)?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else { return nil }
        guard text.count <= limit, text.unicodeScalars.count <= 2 * limit else { throw .invalid(field: name, "has at most \(limit) characters") }
        guard text.isOneLine else { throw .invalid(field: name, "is one line of text, without control characters and marks that turn its direction") }
        guard text.unicodeScalars.contains(where: { !$0.properties.isDefaultIgnorableCodePoint }) else {
            throw .invalid(field: name, "holds nothing that can be seen: give it at least one letter or digit")
        }
        return text
    }

    /// A text; nil where it is not given.
    ///
    /// - Throws: ``RequestError``.
    static func paragraph(_ name: String, of fields: RequestFields, limit: Int) throws(RequestError) -> String? {
        guard let text = try fields.string(name), !text.isEmpty else { return nil }
        guard text.count <= limit, text.unicodeScalars.count <= 2 * limit else { throw .invalid(field: name, "has at most \(limit) characters") }
        guard text.isParagraph else {
            throw .invalid(field: name, "holds no control characters but tabs and newlines, and no marks that turn its direction")
        }
        return text
    }

    /// Tags: texts with commas between them, or an array of JSON.
    ///
    /// - Throws: ``RequestError``.
    static func tags(_ name: String, of fields: RequestFields) throws(RequestError) -> [String] {
        guard let text = try fields.string(name) else { return [] }
        var tags: [String]
        if text.drop(while: \.isWhitespace).hasPrefix("[") {
            guard let array = JSONStrings.read(text) else {
                throw .invalid(field: name, "is an array of strings in JSON, or texts with commas between them")
            }
            tags = array
        } else {
            tags = text.split(separator: ",").map(String.init)
        }
        tags = tags.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
        guard tags.count <= tagLimit, tags.allSatisfy({ $0.count <= tagLength && $0.unicodeScalars.count <= 2 * tagLength }) else {
            throw .invalid(field: name, "has at most \(tagLimit) tags of \(tagLength) characters each")
        }
        guard tags.allSatisfy(\.isOneLine) else {
            throw .invalid(field: name, "are lines of text, without control characters and marks that turn their direction")
        }
        return tags
    }
}
