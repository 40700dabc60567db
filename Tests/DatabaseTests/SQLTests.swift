import Testing

@testable import Database

@Suite struct SQLTests {
    @Test func `every interpolated value is bound`() {
        let sql: SQL = "SELECT \("a'b"), \(1), \(2.5), \(false), \([1, 2] as [UInt8]), \(Int?.none), \(SQLValue.text("x"))"
        let rendered = sql.rendered(for: .sqlite)
        #expect(rendered.text == "SELECT ?, ?, ?, ?, ?, ?, ?")
        #expect(rendered.values == [.text("a'b"), .integer(1), .real(2.5), .integer(0), .blob([1, 2]), .null, .text("x")])
    }

    @Test func `placeholders are numbered through for PostgreSQL`() {
        let filter: SQL = "b IN \(["x", "y"])"
        let rendered = ("SELECT * FROM \(raw: "t") WHERE a = \(1) AND \(filter)" + " AND c = \(true)" as SQL).rendered(for: .postgreSQL)
        #expect(rendered.text == "SELECT * FROM t WHERE a = $1 AND b IN ($2, $3) AND c = $4")
        #expect(rendered.values == [.integer(1), .text("x"), .text("y"), .integer(1)])
        #expect(rendered.hasList)
    }

    @Test func `an empty list has the type of its values`() {
        let sql: SQL = "a IN \([Int]())"
        #expect(sql.rendered(for: .postgreSQL).text == "a IN (SELECT CAST(NULL AS BIGINT) WHERE 1 = 0)")
        #expect(sql.rendered(for: .sqlite).text == "a IN (SELECT CAST(NULL AS INTEGER) WHERE 1 = 0)")
        #expect(sql.rendered(for: .sqlite).values == [])
    }

    @Test func `pieces are joined`() {
        let pieces: [SQL] = ["a = \(1)", "b = \(2)"]
        var sql: SQL = "SELECT 1 WHERE "
        sql += pieces.joined(separator: " AND ")
        #expect(sql.rendered(for: .sqlite) == SQL.Rendered(text: "SELECT 1 WHERE a = ? AND b = ?", values: [.integer(1), .integer(2)]))
        #expect([SQL]().joined(separator: ", ").rendered(for: .sqlite) == SQL.Rendered())
    }

    @Test func `what is not a number is null`() {
        #expect(Double.nan.sqlValue == .null)
    }
}
