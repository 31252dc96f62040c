import Model

/// Where a walk over everything in a scope stands: behind the row that it names.
struct Place: Hashable {
    var table: Table
    /// The company, property, chatbot or visitor whose rows are being walked; nil before the first.
    var key: RowID?
    /// The conversation below the chatbot.
    var conversation: RowID?
    /// The row's own number, where rows are walked by it.
    var seq: Int64 = 0

    /// Before the first row of a table.
    init(startOf table: Table) {
        self.table = table
    }

    init(table: Table, key: RowID?, conversation: RowID?, seq: Int64) {
        self.table = table
        self.key = key
        self.conversation = conversation
        self.seq = seq
    }

    /// Before the first row of all.
    static let start = Place(startOf: Table.allCases[0])

    var text: String {
        let parts = [
            table.rawValue, key?.text ?? "", conversation?.text ?? "", String(seq),
        ]
        return parts.joined(separator: "/")
    }

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, let table = Table(rawValue: String(parts[0])),
            let seq = Int64(parts[3])
        else { return nil }
        self.init(table: table, key: RowID(parts[1]), conversation: RowID(parts[2]), seq: seq)
    }

    /// The beginning of the table after this one.
    var nextTable: Place? {
        let next = table.number + 1
        return next < Table.allCases.count ? Place(startOf: Table.allCases[next]) : nil
    }
}
