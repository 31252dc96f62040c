package import Model

/// One change of one row that the platform makes while a world goes on.
package enum LiveChange: Sendable, Hashable {
    /// A new row, every column given.
    case insert(TableRow)
    /// The named columns get these values; the others keep theirs.
    case update(Table, RowID, [String: FieldValue])
    /// The row goes, and with it what the schema's rules take along.
    case delete(Table, RowID)
}
