import Foundation
import GRDB
import Model
import Wire

@testable import HubSQLite

/// What a hub knows of writes.
struct HubRecords: Sendable {
    /// As the ledger has it: one outcome for each write, by however many devices it came.
    var outcomes: [MutationID: Set<MutationOutcome>] = [:]
    /// How often the audit has it.
    var audited: [MutationID: Int] = [:]
    var notes: Set<RowID> = []
    var leads: Set<RowID> = []
}

extension SimulatedHub {
    func records() async throws -> HubRecords {
        try await store.read { db in
            var records = HubRecords()
            let ledger = "SELECT mutation_id, outcome FROM foyer_ledger"
            for row in try Row.fetchAll(db, sql: ledger) {
                let outcome = MutationOutcome(rawValue: row[1])
                records.outcomes[.stored(row[0]), default: []].formUnion(outcome.map { [$0] } ?? [])
            }
            for name in try Data.fetchAll(db, sql: "SELECT mutation_id FROM foyer_audit") {
                records.audited[.stored(name), default: 0] += 1
            }
            let notes = try Data.fetchAll(db, sql: "SELECT id FROM lead_activity")
            records.notes = Set(notes.map { .stored($0) })
            let leads = try Data.fetchAll(db, sql: "SELECT id FROM conversation")
            records.leads = Set(leads.map { .stored($0) })
            return records
        }
    }

    /// When each note was made.
    func notedAt() async throws -> [RowID: Timestamp] {
        try await store.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT id, created_at FROM lead_activity")
            return rows.reduce(into: [:]) { $0[.stored($1[0])] = Timestamp($1[1] as String) }
        }
    }

    /// The tours that have a time.
    func bookings() async throws -> [BookedTour] {
        try await store.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM tours ORDER BY tour_datetime, id")
            return rows.compactMap { row in
                BookedTour(
                    Model.Record(
                        .tours,
                        .stored(row["id"]),
                        [
                            "property_id": .stored(row["property_id"]),
                            "property_manager_id": .stored(row["property_manager_id"]),
                            "tour_datetime": (row["tour_datetime"] as String?).map { .text($0) }
                                ?? .null,
                            "duration_minutes": (row["duration_minutes"] as Int64?).map {
                                .integer($0)
                            } ?? .null,
                            "status": (row["status"] as String?).map { .text($0) } ?? .null,
                        ]
                    )
                )
            }
        }
    }
}

extension FieldValue {
    /// An id as a database holds it; NULL for none.
    fileprivate static func stored(_ data: Data?) -> FieldValue {
        data.map { .id(RowID.stored($0)) } ?? .null
    }
}
