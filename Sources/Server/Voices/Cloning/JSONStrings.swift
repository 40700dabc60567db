import Foundation

/// Arrays of strings that stand as JSON in a text.
enum JSONStrings {
    /// The strings of an array; nil where the text is none.
    static func read(_ text: String) -> [String]? {
        try? JSONDecoder().decode([String].self, from: Data(text.utf8))
    }
}
