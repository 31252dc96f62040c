/// One value of one column, as the platform's database means it.
package enum FieldValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case id(RowID)
    /// Everything that travels as text: text, decimals, dates, JSON, and instants as UTC text of
    /// fixed width.
    case text(String)

    /// An id of any kind, or NULL.
    package static func id<Kind>(_ value: Identifier<Kind>?) -> FieldValue {
        value.map { .id($0.cast()) } ?? .null
    }

    /// Text, or NULL.
    package static func text(_ value: String?) -> FieldValue {
        value.map { .text($0) } ?? .null
    }

    /// An instant, or NULL.
    package static func instant(_ value: Timestamp?) -> FieldValue {
        value.map { .text($0.text) } ?? .null
    }
}

/// A row of one table with its columns in the catalogue's order, all of them.
package struct TableRow: Sendable, Hashable {
    package let table: Table
    /// As many as the table has columns.
    package var values: [FieldValue]

    package init(table: Table, values: [FieldValue]) {
        precondition(values.count == Catalogue[table].columns.count, "a value for each column")
        self.table = table
        self.values = values
    }

    /// Makes a row from named values; what is not named is NULL (`nil` in `named` too).
    ///
    /// Only for columns that our own code names: an unknown name is our mistake and stops the
    /// program.
    package init(_ table: Table, _ named: [String: FieldValue]) {
        let columns = Catalogue[table].columns
        precondition(
            named.keys.allSatisfy { name in columns.contains { $0.name == name } },
            "columns of \(table.rawValue) that the catalogue does not know: \(named.keys)"
        )
        self.init(table: table, values: columns.map { named[$0.name] ?? .null })
    }

    /// The value of the column of that name; NULL where there is none.
    package subscript(name: String) -> FieldValue {
        guard let index = Catalogue[table].columns.firstIndex(where: { $0.name == name }) else {
            return .null
        }
        return values[index]
    }

    /// The row's own id.
    package var id: RowID? {
        if case .id(let id) = values.first { id } else { nil }
    }
}
