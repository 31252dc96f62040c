package import Model

/// One change of one of the platform's rows, as the demo's world and tests make them.
package enum StoreChange: Hashable, Sendable {
    case insert(TableRow)
    /// The named columns get these values; the others keep theirs.
    case update(Table, RowID, [String: FieldValue])
    /// The row goes, and with it what the schema's rules take along.
    case delete(Table, RowID)
}
