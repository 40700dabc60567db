/// Writes a value that is neither object nor array.
struct JSONValueContainer: SingleValueEncodingContainer {
    let codingPath: [any CodingKey] = []
    let text: JSONText

    func encodeNil() {
        text.writeNull()
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        try text.write(value)
    }
}
