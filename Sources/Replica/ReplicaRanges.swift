import GRDB
import Model
package import Wire

/// Something of a replica, and the checkpoint at which it was so.
package struct AtCheckpoint<Value: Sendable>: Sendable {
    package var cursor: String
    package var value: Value
}

extension ReplicaReader {
    /// Divides ranges into parts with about as many rows each, by no more than so many bounds in
    /// all; nil where there is nothing to read.
    ///
    /// The bounds are ids of rows that are here, so that parts are even however ids were chosen.
    package func divided(
        _ ranges: [IDRange],
        bounds: Int
    ) throws -> AtCheckpoint<[DividedRange]>? {
        try atCheckpoint { db in
            let counts = try ranges.map { try Self.count($0, db) }
            let total = max(1, counts.reduce(0, +))
            return try zip(ranges, counts).map { range, count in
                let share = min(bounds * count / total, max(0, count - 1))
                return DividedRange(range, bounds: try Self.bounds(range, count, share, db))
            }
        }
    }

    /// What the parts of divided ranges add up to, from one snapshot.
    package func digests(
        of ranges: [DividedRange]
    ) throws -> AtCheckpoint<[[TableDigest]]>? {
        try atCheckpoint { db in
            try ranges.map { divided in
                let parts = divided.bounds.ids.count + 1
                var digests = Array(repeating: TableDigest(), count: parts)
                try Self.walk(divided.range, db) { id, row in
                    digests[divided.part(of: id)].add(row)
                }
                return digests
            }
        }
    }

    /// The rows of ranges by id and digest.
    package func held(_ ranges: [IDRange]) throws -> AtCheckpoint<[HeldRange]>? {
        try atCheckpoint { db in
            try ranges.map { range in
                var rows: [HeldRow] = []
                try Self.walk(range, db) { rows.append(HeldRow(id: $0, digest: $1.digest)) }
                return HeldRange(range, rows: rows)
            }
        }
    }

    private func atCheckpoint<Value: Sendable>(
        _ body: (Database) throws -> Value
    ) throws -> AtCheckpoint<Value>? {
        try read { db in
            guard let cursor = try Generation.standing(db)?.cursor else { return nil }
            return AtCheckpoint(cursor: cursor, value: try body(db))
        } ?? nil
    }

    private static func count(_ range: IDRange, _ db: Database) throws -> Int {
        let statement = try CStatement(
            db,
            "SELECT count(*) FROM \(ReplicaSchema.name(range.table)) WHERE id BETWEEN ?1 AND ?2"
        )
        defer { statement.reset() }
        guard bind(range, to: statement), try statement.step() else { return 0 }
        return Int(statement.integer(0))
    }

    /// So many ids at even distances, read from the index alone.
    private static func bounds(
        _ range: IDRange,
        _ count: Int,
        _ wanted: Int,
        _ db: Database
    ) throws -> [RowID] {
        guard wanted > 0 else { return [] }
        let name = ReplicaSchema.name(range.table)
        let statement = try CStatement(
            db,
            "SELECT id FROM \(name) WHERE id BETWEEN ?1 AND ?2 ORDER BY id"
        )
        defer { statement.reset() }
        guard bind(range, to: statement) else { return [] }
        var bounds: [RowID] = []
        var number = 0
        while bounds.count < wanted, try statement.step() {
            number += 1
            guard number * (wanted + 1) > count * (bounds.count + 1) else { continue }
            if let id = statement.id(0) { bounds.append(id) }
        }
        return bounds
    }

    /// Visits the rows of a range; all of a table come as they lie.
    private static func walk(
        _ range: IDRange,
        _ db: Database,
        _ visit: (RowID, CanonicalRow) -> Void
    ) throws {
        let columns = Catalogue[range.table].travelling
        let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let condition = range.isWhole ? "?1 IS NOT NULL AND ?2 IS NOT NULL" : "id BETWEEN ?1 AND ?2"
        let statement = try CStatement(
            db,
            "SELECT id, \(names) FROM \(ReplicaSchema.name(range.table)) WHERE \(condition)"
        )
        defer { statement.reset() }
        guard bind(range, to: statement) else { return }
        var row = CanonicalRow()
        while try statement.step() {
            guard let id = statement.id(0) else { continue }
            row.reset()
            for (index, column) in columns.enumerated() {
                statement.append(Int32(index + 1), column.storage, to: &row)
            }
            visit(id, row)
        }
    }

    /// False where no id can be in the range.
    private static func bind(_ range: IDRange, to statement: CStatement) -> Bool {
        guard let last = range.last else { return false }
        statement.bind(1, range.first)
        statement.bind(2, last)
        return true
    }
}
