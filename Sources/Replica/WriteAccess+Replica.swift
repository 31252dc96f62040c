import Foundation
import GRDB
import Model

// Where the agent may write, kept beside the cursor that it came with.
extension WriteAccess {
    /// What the hub said last; everywhere where it said nothing yet.
    static func kept(_ db: Database) throws -> WriteAccess {
        let kept = try db.cachedStatement(sql: "SELECT access FROM replica")
        guard let text = try String.fetchOne(kept),
            let access = try? JSONDecoder().decode(WriteAccess.self, from: Data(text.utf8))
        else { return .full }
        return access
    }

    /// Keeps it; returns whether it is another than before.
    func keep(_ db: Database) throws -> Bool {
        guard try Self.kept(db) != self else { return false }
        let text = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
        try db.execute(sql: "UPDATE replica SET access = ?", arguments: [text])
        return true
    }

    /// Refuses writes to rows of a property at which the agent may only read, as the hub would.
    ///
    /// What has no property here is left for the hub to judge.
    func require(_ writes: [RowWrite], _ rows: ReplicaRows) throws {
        guard self != .full else { return }
        for write in writes {
            let before = try rows.row(write.table, write.id)
            let after = (before ?? Record(write.table, write.id, [:])).with(write.values)
            for record in [before, after].compactMap(\.self) {
                guard let property = try forbidden(record, rows) else { continue }
                let name = try rows.row(.property, property.cast())?.text("name")
                throw Refusal(
                    .readOnly,
                    table: write.table,
                    row: write.id,
                    detail: name.map(Self.words)
                )
            }
        }
    }

    /// The property that is in the way of changing a row; nil where none is.
    private func forbidden(_ record: Record, _ rows: ReplicaRows) throws -> PropertyID? {
        switch Catalogue[record.table].scope {
        case .company: return nil
        case .property, .parent:
            return try rows.property(of: record).flatMap { allows($0) ? nil : $0 }
        case .referenced(let table, let column):
            // A visitor belongs to no property: who may write where they spoke may correct them.
            let places = try rows.rows(table, where: column, is: record.id)
                .map { try forbidden($0, rows) }
            return places.contains(nil) ? nil : places.first ?? nil
        }
    }
}
