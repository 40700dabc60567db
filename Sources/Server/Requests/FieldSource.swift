/// Something that has fields: a query, a body.
protocol FieldSource {
    /// Whether it tells numbers and booleans from texts. Where it does not, as in a form, a text may stand for one.
    var isTyped: Bool { get }

    /// What it has at `name`.
    func value(_ name: String) -> FieldValue

    /// All texts that it has at `name`: of a field that is repeated, more than one.
    func texts(_ name: String) -> [String]
}

extension FieldSource {
    func texts(_ name: String) -> [String] {
        if case .string(let text) = value(name) { [text] } else { [] }
    }
}
