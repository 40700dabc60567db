extension SQL {
    /// SQL as a database takes it.
    struct Rendered: Hashable, Sendable {
        /// The text, with a placeholder for each value.
        var text = ""
        /// The values, in the order of their placeholders.
        var values: [SQLValue] = []
        /// Whether the text depends on how long a list is, so that it is seldom seen twice.
        var hasList = false
    }

    /// Writes it for a database.
    func rendered(for dialect: SQLDialect) -> Rendered {
        var rendered = Rendered()
        for element in elements {
            switch element {
            case .text(let text):
                rendered.text += text
            case .value(let value):
                rendered.bind(value, for: dialect)
            case .list(let values, let type):
                rendered.bind(values, of: type, for: dialect)
            }
        }
        return rendered
    }
}

extension SQL.Rendered {
    fileprivate mutating func bind(_ value: SQLValue, for dialect: SQLDialect) {
        values.append(value)
        text += dialect.placeholder(values.count)
    }

    fileprivate mutating func bind(_ list: [SQLValue], of type: SQLType, for dialect: SQLDialect) {
        hasList = true
        if list.isEmpty {
            // `IN ()` is no standard SQL, and `NOT IN (NULL)` is never true. A query without rows is right for both.
            text += "(SELECT CAST(NULL AS \(dialect.name(of: type))) WHERE 1 = 0)"
            return
        }
        text += "("
        for (index, value) in list.enumerated() {
            text += index == 0 ? "" : ", "
            bind(value, for: dialect)
        }
        text += ")"
    }
}
