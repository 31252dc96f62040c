/// A row as a rule reads it: the values that are known of it, by column.
///
/// A terminal knows those that travel, the hub knows all.
package struct Record: Hashable, Sendable {
    package let table: Table
    package let id: RowID
    package var values: [String: FieldValue]

    package init(_ table: Table, _ id: RowID, _ values: [String: FieldValue]) {
        self.table = table
        self.id = id
        self.values = values
    }

    /// NULL for what is not known.
    package subscript(column: String) -> FieldValue { values[column] ?? .null }

    /// The text of a column; nil for NULL and for what is no text.
    package func text(_ column: String) -> String? {
        if case .text(let text) = self[column] { text } else { nil }
    }

    /// The id in a column; nil for NULL.
    package func id<Kind>(_ column: String) -> Identifier<Kind>? {
        if case .id(let id) = self[column] { id.cast() } else { nil }
    }

    /// The instant in a column; nil for NULL and for what is no instant.
    package func instant(_ column: String) -> Timestamp? { text(column).flatMap { Timestamp($0) } }

    /// The number in a column; nil for NULL.
    package func integer(_ column: String) -> Int? {
        if case .integer(let number) = self[column] { Int(number) } else { nil }
    }

    /// Whether a column holds a text with something to read in it.
    func isFilled(_ column: String) -> Bool {
        text(column)?.contains { !$0.isWhitespace } ?? false
    }

    /// The row after a write to it.
    package func with(_ changes: [String: FieldValue]) -> Record {
        Record(table, id, values.merging(changes) { $1 })
    }
}
