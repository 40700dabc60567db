/// Something that has fields: a query, a body.
protocol FieldSource {
    /// What it has at `name`.
    func value(_ name: String) -> FieldValue
}
