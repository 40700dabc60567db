/// Writes the elements of an array.
struct JSONArrayContainer: UnkeyedEncodingContainer {
    let codingPath: [any CodingKey] = []
    private(set) var count = 0
    private let text: JSONText
    private let depth: Int

    init(text: JSONText) {
        self.text = text
        depth = text.openArray()
    }

    mutating func encodeNil() {
        begin()
        text.writeNull()
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        begin()
        try text.write(value)
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        begin()
        return KeyedEncodingContainer(JSONObjectContainer(text: text, in: text.depth))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        begin()
        return JSONArrayContainer(text: text)
    }

    mutating func superEncoder() -> any Encoder {
        begin()
        return JSONTextEncoder(text: text)
    }

    private mutating func begin() {
        text.beginElement(at: depth)
        count += 1
    }
}
