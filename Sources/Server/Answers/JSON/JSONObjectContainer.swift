/// Writes the fields of an object.
struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let codingPath: [any CodingKey] = []
    private let text: JSONText
    private let depth: Int

    /// - Parameter outer: How many objects and arrays are open around the object.
    init(text: JSONText, in outer: Int) {
        self.text = text
        depth = text.openObject(in: outer)
    }

    func encodeNil(forKey key: Key) {
        begin(key)
        text.writeNull()
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        begin(key)
        try text.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(keyedBy type: NestedKey.Type, forKey key: Key) -> KeyedEncodingContainer<NestedKey> {
        begin(key)
        return KeyedEncodingContainer(JSONObjectContainer<NestedKey>(text: text, in: text.depth))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        begin(key)
        return JSONArrayContainer(text: text)
    }

    func superEncoder() -> any Encoder {
        text.beginField("super", at: depth)
        return JSONTextEncoder(text: text)
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        begin(key)
        return JSONTextEncoder(text: text)
    }

    private func begin(_ key: Key) {
        text.beginField(key.stringValue, at: depth)
    }
}
