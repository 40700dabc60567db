import Database
import TestSupport
import Testing

/// What every driver does, whatever the database.
@Suite struct DatabaseConformanceTests {
    private struct Refusal: Error {}

    private static let people = Migration(
        id: "people",
        statements: [
            """
            CREATE TABLE people (
                id BIGINT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                age BIGINT CHECK (age >= 0),
                friend BIGINT REFERENCES people (id)
            )
            """
        ])

    /// Runs `body` with a new database.
    private func withDatabase(_ driver: DatabaseDriver, _ body: (any Database) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let database = try driver.open(in: folder)
        try await body(database)
        try await database.close()
    }

    /// Runs `body` with a new database that has a table of people.
    private func withPeople(_ driver: DatabaseDriver, _ body: (any Database) async throws -> Void) async throws {
        try await withDatabase(driver) { database async throws in
            try await database.migrate([Self.people])
            try await body(database)
        }
    }

    private func names(in database: any Database) async throws -> [String] {
        try await database.read { connection in
            try connection.rows("SELECT name FROM people ORDER BY id").map { try $0.string("name") }
        }
    }

    /// The kind of the error that a write throws.
    private func failure(of sql: SQL..., in database: any Database) async -> DatabaseError.Kind? {
        await #expect(throws: DatabaseError.self) {
            try await database.write { connection in
                for statement in sql {
                    try connection.execute(statement)
                }
            }
        }?.kind
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `every type comes back as it was stored`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            let text = "Zoë 🐦 'quoted' \"twice\"; DROP TABLE people; -- ?1 $1"
            let bytes: [UInt8] = [0, 1, 255, 0]
            let row = try await database.write { connection in
                try connection.execute(
                    """
                    CREATE TABLE everything (i BIGINT, least BIGINT, r DOUBLE PRECISION, t TEXT, e TEXT, b BLOB, eb BLOB, yes BIGINT, n TEXT)
                    """)
                let changed = try connection.execute(
                    """
                    INSERT INTO everything VALUES
                        (\(Int.max), \(Int64.min), \(0.1), \(text), \(""), \(bytes), \([UInt8]()), \(true), \(String?.none))
                    """)
                #expect(changed == 1)
                return try connection.row("SELECT * FROM everything")
            }
            let stored = try #require(row)
            #expect(try stored.int("i") == Int.max)
            #expect(try stored.get("least", as: Int64.self) == Int64.min)
            #expect(try stored.double("r") == 0.1)
            #expect(try stored.string("t") == text)
            #expect(try stored.string("e") == "")
            #expect(try stored.bytes("b") == bytes)
            #expect(try stored.bytes("eb") == [])
            #expect(try stored.bool("yes"))
            #expect(try stored.optionalString("n") == nil)
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `lists bind each value, and an empty list holds nothing`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            let counts = try await database.write { connection in
                for (id, name) in ["ada", "bob", "cy"].enumerated() {
                    try connection.execute("INSERT INTO people (id, name) VALUES (\(id), \(name))")
                }
                let conditions: [SQL] = [
                    "name IN \(["ada", "cy", "zed"])", "id IN \([1])", "name IN \([String]())", "name NOT IN \([String]())", "id NOT IN \([Int]())",
                ]
                return try conditions.map { try connection.row("SELECT COUNT(*) AS n FROM people WHERE \($0)")?.int("n") }
            }
            #expect(counts == [2, 1, 0, 3, 3])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `changed rows are counted, and what changes none counts none`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            let counts = try await database.write { connection in
                [
                    try connection.execute("INSERT INTO people (id, name) VALUES (1, 'ada'), (2, 'bob')"),
                    try connection.execute("CREATE TABLE other (id BIGINT)"),
                    try connection.execute("UPDATE people SET age = 3"),
                    try connection.execute("DELETE FROM people WHERE id = 7"),
                    try connection.execute("SELECT * FROM people"),
                ]
            }
            #expect(counts == [2, 0, 2, 0, 0])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `nothing stays of a write that throws`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            await #expect(throws: Refusal.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO people (id, name) VALUES (1, 'ada')")
                    throw Refusal()
                }
            }
            #expect(try await names(in: database) == [])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a transaction has failed with its first statement that fails, though the error is caught`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO people (id, name) VALUES (1, 'ada')")
                    _ = try? connection.execute("INSERT INTO people (id, name) VALUES (1, 'bob')")
                    let later = #expect(throws: DatabaseError.self) { try connection.rows("SELECT 1") }
                    #expect(later?.kind == .constraint(.unique))
                }
            }
            #expect(error?.kind == .constraint(.unique))
            #expect(try await names(in: database) == [])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a broken rule of the schema is told by its kind`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            try await database.write { try $0.execute("INSERT INTO people (id, name) VALUES (1, 'ada')") }
            #expect(await failure(of: "INSERT INTO people (id, name) VALUES (1, 'bob')", in: database) == .constraint(.unique))
            #expect(await failure(of: "INSERT INTO people (id, name) VALUES (2, 'ada')", in: database) == .constraint(.unique))
            #expect(await failure(of: "INSERT INTO people (id, name, friend) VALUES (2, 'bob', 9)", in: database) == .constraint(.foreignKey))
            #expect(await failure(of: "INSERT INTO people (id, name, age) VALUES (2, 'bob', -1)", in: database) == .constraint(.check))
            #expect(await failure(of: "INSERT INTO people (id) VALUES (2)", in: database) == .constraint(.notNull))
            #expect(await failure(of: "SELEKT", in: database) == .other)
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `an error tells neither SQL nor values`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { try $0.execute("INSERT INTO nowhere (secret) VALUES (\("hunter2"))") }
            }
            let told = try #require(error)
            for word in ["hunter2", "INSERT", "nowhere"] {
                #expect(!"\(told)".contains(word))
            }
            #expect(!told.debugDescription.contains("hunter2"))
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `text with a null character is refused`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            #expect(await failure(of: "INSERT INTO people (id, name) VALUES (1, \("ada\0bob"))", in: database) == .invalidValue)
            #expect(try await names(in: database) == [])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a read changes nothing`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.read { try $0.execute("INSERT INTO people (id, name) VALUES (1, 'ada')") }
            }
            #expect(error?.kind == .readOnly)
            #expect(try await names(in: database) == [])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a read sees one state, and one that begins after a write sees it`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            for id in 1...20 {
                try await database.write { try $0.execute("INSERT INTO people (id, name) VALUES (\(id), \("n\(id)"))") }
                #expect(try await names(in: database).count == id)
            }
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `claimers at once get each row once`(driver: DatabaseDriver) async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let databases = try [driver.open(in: folder), driver.open(in: folder)]
        try await databases[0].migrate([Self.people])
        try await databases[0].write { connection in
            for id in 1...60 {
                try connection.execute("INSERT INTO people (id, name) VALUES (\(id), \("n\(id)"))")
            }
        }
        let claimed = try await withThrowingTaskGroup(of: [Int].self) { group in
            for claimer in 0..<6 {
                group.addTask { try await claimAll(in: databases[claimer % 2]) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claimed.sorted() == Array(1...60))
        for database in databases {
            try await database.close()
        }
    }

    private func claimAll(in database: any Database) async throws -> [Int] {
        var claimed: [Int] = []
        while let row = try await database.write({ connection in
            try connection.row(
                """
                UPDATE people SET age = 1
                WHERE id = (SELECT id FROM people WHERE age IS NULL ORDER BY id LIMIT 1)
                RETURNING id
                """)
        }) {
            claimed.append(try row.int("id"))
        }
        return claimed
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `all rows of a changing statement are changed, though one is asked for`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            let row = try await database.write { connection in
                try connection.row("INSERT INTO people (id, name) VALUES (1, 'ada'), (2, 'bob') RETURNING id")
            }
            #expect(try row?.int("id") == 1)
            #expect(try await names(in: database) == ["ada", "bob"])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a cancelled writer takes nothing back`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            let writer = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await database.write { try $0.execute("INSERT INTO people (id, name) VALUES (1, 'ada')") }
            }
            #expect(try await writer.value == 1)
            #expect(try await names(in: database) == ["ada"])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `what was written is there after opening again`(driver: DatabaseDriver) async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let first = try driver.open(in: folder)
        try await first.migrate([Self.people])
        try await first.write { try $0.execute("INSERT INTO people (id, name) VALUES (1, 'ada')") }
        try await first.close()
        let second = try driver.open(in: folder)
        #expect(try await names(in: second) == ["ada"])
        try await second.close()
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a look-up sees what was written before it, and changes nothing`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            for id in 1...3 {
                try await database.write { try $0.execute("INSERT INTO people (id, name) VALUES (\(id), \("p\(id)"))") }
                let name = try await database.lookUp("SELECT name FROM people WHERE id = \(id)")?.string("name")
                #expect(name == "p\(id)")
            }
            #expect(try await database.lookUp("SELECT name FROM people WHERE id = 9") == nil)
            let error = await #expect(throws: DatabaseError.self) { try await database.lookUp("DELETE FROM people") }
            #expect(error?.kind == .readOnly)
            #expect(try await names(in: database) == ["p1", "p2", "p3"])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a look-up sees what another program has written, from then on`(driver: DatabaseDriver) async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let (ours, theirs) = (try driver.open(in: folder), try driver.open(in: folder))
        try await ours.migrate([Self.people])
        try await ours.write { try $0.execute("INSERT INTO people (id, name) VALUES (1, 'ada')") }
        for name in ["ada", "bob", "cid"] {
            try await theirs.write { try $0.execute("UPDATE people SET name = \(name) WHERE id = 1") }
            #expect(try await ours.lookUp("SELECT name FROM people WHERE id = 1")?.string("name") == name)
        }
        try await theirs.close()
        try await ours.close()
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `more look-ups than there are connections are all answered`(driver: DatabaseDriver) async throws {
        try await withPeople(driver) { database async throws in
            try await database.write { try $0.execute("INSERT INTO people (id, name) VALUES (1, 'ada')") }
            let found = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<200 {
                    group.addTask { try await database.lookUp("SELECT name FROM people WHERE id = 1")?.string("name") }
                }
                return try await group.reduce(into: 0) { $0 += $1 == "ada" ? 1 : 0 }
            }
            #expect(found == 200)
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a closed database says so`(driver: DatabaseDriver) async throws {
        try await withDatabase(driver) { database async throws in
            try await database.close()
            try await database.close()
            let read = await #expect(throws: DatabaseError.self) { try await database.read { try $0.rows("SELECT 1") } }
            let lookUp = await #expect(throws: DatabaseError.self) { try await database.lookUp("SELECT 1") }
            let write = await #expect(throws: DatabaseError.self) { try await database.write { try $0.rows("SELECT 1") } }
            #expect(read?.kind == .closed)
            #expect(lookUp?.kind == .closed)
            #expect(write?.kind == .closed)
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `migrations run once and in order`(driver: DatabaseDriver) async throws {
        try await withDatabase(driver) { database async throws in
            let create = Migration(id: "b", statements: ["CREATE TABLE steps (n BIGINT)", "INSERT INTO steps VALUES (1)"])
            let add = Migration(id: "a", statements: ["INSERT INTO steps SELECT MAX(n) + 1 FROM steps"])
            try await database.migrate([create])
            try await database.migrate([create, add])
            try await database.migrate([create, add])
            let steps = try await database.read { try $0.rows("SELECT n FROM steps ORDER BY n").map { try $0.int("n") } }
            #expect(steps == [1, 2])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a migration that fails leaves nothing, and those before it stay`(driver: DatabaseDriver) async throws {
        try await withDatabase(driver) { database async throws in
            let broken = Migration(id: "broken", statements: ["CREATE TABLE half (n BIGINT)", "INSERT INTO nowhere VALUES (1)"])
            await #expect(throws: DatabaseError.self) { try await database.migrate([Self.people, broken]) }
            let mended = Migration(id: "mended", statements: ["CREATE TABLE half (n BIGINT)"])
            try await database.migrate([Self.people, mended])
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `a database newer than the program is left alone`(driver: DatabaseDriver) async throws {
        try await withDatabase(driver) { database async throws in
            let newer = Migration(id: "newer", statements: ["CREATE TABLE things (n BIGINT)"])
            try await database.migrate([newer])
            let error = await #expect(throws: DatabaseError.self) { try await database.migrate([Self.people]) }
            #expect(error?.kind == .newerDatabase)
            #expect(await failure(of: "INSERT INTO people (id, name) VALUES (1, 'ada')", in: database) == .other)
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `two migrations of one id are refused`(driver: DatabaseDriver) async throws {
        try await withDatabase(driver) { database async throws in
            await #expect(throws: DatabaseError.self) { try await database.migrate([Self.people, Self.people]) }
        }
    }

    @Test(arguments: DatabaseDriver.allCases)
    func `several may open and migrate a new database at once`(driver: DatabaseDriver) async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let migrations = (0..<10).map { Migration(id: "m\($0)", statements: ["CREATE TABLE t\(raw: "\($0)") (n BIGINT)"]) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let database = try driver.open(in: folder)
                    try await database.migrate(migrations)
                    try await database.close()
                }
            }
            try await group.waitForAll()
        }
    }
}
