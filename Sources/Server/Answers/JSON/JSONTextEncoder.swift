/// Has a value write itself as JSON.
struct JSONTextEncoder: Encoder {
    let text: JSONText
    /// How many objects and arrays are open around the value.
    private let outer: Int
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    init(text: JSONText) {
        self.text = text
        outer = text.depth
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONObjectContainer(text: text, in: outer))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONArrayContainer(text: text)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        JSONValueContainer(text: text)
    }
}
