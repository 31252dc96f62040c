import GRDB
import Model
import Testing
import Wire

@testable import Replica

@Suite("What panes are read from follows every change")
struct DerivationTests {
    @Test(
        "failure 45: after any changes it is what a fresh copy would have, and full text is whole",
        arguments: 1...8 as ClosedRange<UInt64>
    )
    func derivedEqualsRebuilt(seed: UInt64) async throws {
        var office = RandomOffice(seed: seed)
        let profile = Profile()
        let replica = try await profile.replica(of: office.all)
        for step in 1...20 {
            let change = office.change()
            let body = Body.delta(
                change.rows,
                delete: change.delete,
                leave: change.leave,
                cursor: "\(step)"
            )
            _ = try await replica.applyDelta(body)
            let place = "seed \(seed), step \(step)"
            for table in Table.allCases {
                let expected = (office.rows[table] ?? [:]).values
                    .sorted { ($0.id?.text ?? "") < ($1.id?.text ?? "") }
                #expect(
                    try replica.reader.rows(of: table) == expected.map(\.travelling),
                    "\(place)"
                )
            }
            let fresh = Profile()
            let rebuilt = try await fresh.replica(of: office.all)
            #expect(try replica.derived() == rebuilt.derived(), "\(place)")
            try await replica.checkFullText()
            #expect(try replica.waiting() == Oracle(rows: office.rows).waiting(), "\(place)")
            guard try replica.derived() == rebuilt.derived() else { return }
        }
    }

    @Test("the digest is what the rows themselves add up to", arguments: [7, 8, 9] as [UInt64])
    func digest(seed: UInt64) async throws {
        let office = RandomOffice(seed: seed)
        let profile = Profile()
        let replica = try await profile.replica(of: office.all)
        let digest = try #require(try replica.reader.digest())
        #expect(digest.cursor == "first")
        for table in Table.allCases {
            var expected = TableDigest()
            for row in (office.rows[table] ?? [:]).values {
                var canonical = CanonicalRow()
                for (column, value) in zip(Catalogue[table].columns, row.values)
                where column.travels {
                    canonical.field(value)
                }
                expected.add(canonical)
            }
            #expect(digest.tables[table] == expected, "\(table)")
        }
    }
}

extension TableRow {
    /// The row as a terminal has it.
    var travelling: TableRow {
        let columns = Catalogue[table].columns
        return TableRow(
            table: table,
            values: zip(columns, values).map { $0.travels ? $1 : .null }
        )
    }
}

extension Oracle {
    /// Who waits since when.
    func waiting() -> [RowID: Timestamp] {
        var result: [RowID: Timestamp] = [:]
        for lead in leads { if let id = lead.id { result[id] = waitingSince(lead) } }
        return result
    }
}

extension ReplicaWriter {
    /// Everything that is derived, but for the numbers of rows.
    nonisolated func derived() throws -> [String] {
        let queries = [
            """
            SELECT \(DerivedSchema.leadColumns.replacing("seq, id", with: "id")), waiting_since,
                key_waiting, key_score, key_newest, key_move_in FROM lead ORDER BY id
            """,
            "SELECT * FROM question ORDER BY id, origin",
            "SELECT * FROM question_entry ORDER BY property_id, normal",
            "SELECT * FROM counter ORDER BY name",
            "SELECT * FROM lead_rank WHERE leads <> 0 ORDER BY list, bucket",
            """
            SELECT c.id FROM lead_text JOIN conversation c ON c.seq = lead_text.rowid
            WHERE lead_text MATCH 'park* OR 王* OR cats' ORDER BY c.id
            """,
        ]
        return try reader.read { db in
            try queries.flatMap { try Row.fetchAll(db, sql: $0).map(\.description) }
        } ?? []
    }

    nonisolated func waiting() throws -> [RowID: Timestamp] {
        try reader.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT id, waiting_since FROM lead WHERE waiting_since IS NOT NULL"
            )
            var result: [RowID: Timestamp] = [:]
            for row in rows {
                guard let id = RowID(row, 0) else { continue }
                result[id] = Timestamp(micros: row, 1)
            }
            return result
        } ?? [:]
    }

    /// FTS5 compares its index with the text it was made from.
    func checkFullText() async throws {
        try await connection { db in
            try db.execute(
                sql: "INSERT INTO lead_text (lead_text, rank) VALUES ('integrity-check', 1)"
            )
        }
    }
}
