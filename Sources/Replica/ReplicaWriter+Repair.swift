import GRDB
import Model
import Wire

extension ReplicaWriter {
    /// Makes indexes, lists and full text of what is shown anew from its rows, whatever the rows
    /// are: what a damaged row left in them would stay, and a difference counts on them.
    ///
    /// Takes a few seconds a million rows; where it fails, nothing is changed.
    package func deriveAnew() async throws {
        try await connection { db in
            try db.inTransaction(.immediate) {
                try db.execute(sql: "REINDEX")
                try Derivation.writeAll(db)
                try db.execute(sql: "INSERT INTO lead_text (lead_text) VALUES ('rebuild')")
                return .commit
            }
        }
    }

    /// Writes what a hub says that rows differ in, in one transaction; returns how many rows
    /// came, and nil where what is shown does not stand any more where the hub compared it.
    package func mend(_ body: [UInt8]) async throws -> Int? {
        let checkpoint = try BodySummary.checkpoint(of: body)
        let writes = writes
        return try await connection { db in
            var rows: Int?
            var hasShrunk: Set<Model.Table> = []
            try db.inTransaction(.immediate) {
                let standing = try Generation.standing(db)
                guard standing?.phase == .whole, standing?.cursor == checkpoint.checkpoint else {
                    return .rollback
                }
                let applier = try DeltaApplier(db)
                // What is mended may lie under a write.
                let overlay = Overlay(db, applier)
                try overlay.restore()
                rows = try applier.take(body).rows
                try applier.sweep()
                try writes?.lay(overlay, db)
                try applier.finish()
                hasShrunk = applier.shrunk
                return .commit
            }
            if !hasShrunk.isEmpty { try Self.forget(db, hasShrunk) }
            return rows
        }
    }
}
