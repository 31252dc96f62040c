import Model

/// Where a walk over everything in a scope stands: behind the row that it names.
struct Place: Hashable {
    var table: Table
    /// The row's conversation, where rows are walked by conversations.
    var conversation: RowID?
    /// The row's own id.
    var row: RowID?

    /// Before the first row of a table.
    init(startOf table: Table) {
        self.table = table
    }

    init(table: Table, conversation: RowID?, row: RowID?) {
        self.table = table
        self.conversation = conversation
        self.row = row
    }

    /// Before the first row of all.
    static let start = Place(startOf: Table.allCases[0])

    var text: String {
        [table.rawValue, conversation?.text ?? "", row?.text ?? ""].joined(separator: "/")
    }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let table = Table(rawValue: String(parts[0])) else { return nil }
        self.init(table: table, conversation: RowID(parts[1]), row: RowID(parts[2]))
    }

    /// The beginning of the table after this one.
    var nextTable: Place? {
        let next = table.number + 1
        return next < Table.allCases.count ? Place(startOf: Table.allCases[next]) : nil
    }
}
