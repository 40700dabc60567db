/// Has a value write itself as JSON.
struct JSONTextEncoder: Encoder {
    let text: JSONText
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(JSONObjectContainer(text: text))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONArrayContainer(text: text)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        JSONValueContainer(text: text)
    }
}
