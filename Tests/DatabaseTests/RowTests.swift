import Testing

@testable import Database

@Suite struct RowTests {
    private let row = Row(columns: ["name", "age", "score", "mail"], values: [.text("ada"), .integer(36), .real(1.5), .null])

    @Test func `values are read by their type`() throws {
        #expect(try row.string("name") == "ada")
        #expect(try row.int("age") == 36)
        #expect(try row.double("age") == 36)
        #expect(try row.double("score") == 1.5)
        #expect(try row.optionalString("mail") == nil)
        #expect(try row.value("mail") == .null)
    }

    @Test func `an error names the column and the type`() throws {
        let cases: [(ColumnError.Problem, String, () throws -> Void)] = [
            (.missing, "phone", { _ = try row.string("phone") }),
            (.null, "mail", { _ = try row.string("mail") }),
            (.holds(.integer), "age", { _ = try row.optionalString("age") }),
        ]
        for (problem, column, read) in cases {
            let error = try #require(#expect(throws: ColumnError.self) { try read() })
            #expect(error == ColumnError(column: column, expected: "String", problem: problem))
            #expect(error.description.contains(column))
            #expect(error.description.contains("String"))
        }
    }

    @Test func `no value is bent to fit`() {
        #expect(throws: ColumnError.self) { try row.int("score") }
        #expect(throws: ColumnError.self) { try row.bool("age") }
        #expect(throws: ColumnError.self) { try row.bytes("name") }
        #expect(throws: ColumnError.self) { try row.double("name") }
    }
}
