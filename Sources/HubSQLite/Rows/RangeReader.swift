import GRDB
import Hub
import Model
import Wire

/// Reads what the scope in the temporary tables has of ranges of ids.
struct RangeReader {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// What the parts of a range add up to.
    func digests(of divided: DividedRange) throws -> [TableDigest] {
        var digests = Array(repeating: TableDigest(), count: divided.bounds.ids.count + 1)
        var canonical = CanonicalRow()
        try walk(divided.range, isOrdered: false) { encoder, statement, id in
            encoder.encode(statement, into: &canonical)
            digests[divided.part(of: id)].add(canonical)
            return true
        }
        return digests
    }

    /// Compares a range with what a terminal holds of it.
    func compare(_ held: HeldRange, into lines: inout RepairLines) throws {
        var canonical = CanonicalRow()
        lines.begin(held)
        try walk(held.range, isOrdered: true) { encoder, statement, id in
            encoder.encode(statement, into: &canonical)
            return lines.row(id, canonical) { encoder.encode(statement, into: &$0) }
        }
        lines.end()
    }

    private func walk(
        _ range: IDRange,
        isOrdered: Bool,
        _ visit: (RowEncoder, RawStatement, RowID) throws -> Bool
    ) throws {
        guard let last = range.last else { return }
        let query = RangeQuery.all[range.table.number]
        // By the index on ids every row would be looked up by itself.
        let isScan = range.isWhole && !isOrdered
        let statement = try RawStatement(database, isScan ? query.scan : query.between)
        defer { statement.reset() }
        if !isScan {
            statement.bind(1, range.first)
            statement.bind(2, last)
        }
        while try statement.step() {
            guard let id = statement.id(query.encoder.count),
                try visit(query.encoder, statement, id)
            else { return }
        }
    }
}

/// A table's queries by ranges, with the predicate of who may see the row.
private struct RangeQuery {
    /// By the table's number.
    static let all: [RangeQuery] = Table.allCases.map(RangeQuery.init)

    let encoder: RowEncoder
    let scan: String
    let between: String

    private init(_ table: Table) {
        encoder = RowEncoder(table)
        let isVisible = ScopeTables.isVisible(Catalogue[table], "t")
        let rows = "SELECT \(RowEncoder.columns(table)), t.id FROM \(table.sqlName) AS t"
        scan = "\(rows) WHERE \(isVisible)"
        between = "\(rows) WHERE t.id BETWEEN ?1 AND ?2 AND \(isVisible) ORDER BY t.id"
    }
}
