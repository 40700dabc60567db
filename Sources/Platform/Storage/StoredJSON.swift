import Crypto
import Foundation

/// Values as JSON, as the database keeps them: the same value is always the same text.
public enum StoredJSON {
    /// The text of a value.
    public static func text(of value: some Encodable) throws -> String {
        String(decoding: try data(of: value), as: UTF8.self)
    }

    /// The value of a text.
    public static func value<Value: Decodable>(of text: String, as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// What tells a value from others: SHA-256 of its text, in Base64.
    static func hash(of value: some Encodable) throws -> String {
        Data(SHA256.hash(data: try data(of: value))).base64EncodedString()
    }

    private static func data(of value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(value)
    }
}
