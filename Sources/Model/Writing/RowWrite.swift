/// A change of one row that an intent comes to: the same on the terminal, where it lies over the
/// hub's rows until it is there, and on the hub, where it is written.
package struct RowWrite: Hashable, Sendable {
    /// Whether the row comes to be or is changed; the desk deletes nothing.
    package enum Kind: Hashable, Sendable {
        case insert
        case update
    }

    package let kind: Kind
    package let table: Table
    package let id: RowID
    /// What the row gets, by column; never its id.
    package let values: [String: FieldValue]

    /// A row that comes to be; what is not named is NULL, or what the schema gives it.
    package static func insert(
        _ table: Table,
        _ id: RowID,
        _ values: [String: FieldValue]
    ) -> RowWrite {
        RowWrite(kind: .insert, table: table, id: id, values: values)
    }

    /// A row that changes.
    package static func update(_ record: Record, _ values: [String: FieldValue]) -> RowWrite {
        RowWrite(kind: .update, table: record.table, id: record.id, values: values)
    }
}
