/// The fields of a JSON object (RFC 8259), each decoded when it is asked for: what a body holds beside them costs nothing.
struct JSONFields: FieldSource, Decodable {
    private let container: KeyedDecodingContainer<JSONName>

    init(from decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: JSONName.self)
    }

    var isTyped: Bool { true }

    func value(_ name: String) -> FieldValue {
        let name = JSONName(stringValue: name)
        guard container.contains(name), (try? container.decodeNil(forKey: name)) != true else { return .missing }
        do {
            return .string(try container.decode(String.self, forKey: name))
        } catch DecodingError.typeMismatch {
            if let boolean = try? container.decode(Bool.self, forKey: name) { return .boolean(boolean) }
            if let number = try? container.decode(Double.self, forKey: name) { return .number(number) }
            return .other
        } catch {
            return .malformed
        }
    }
}
