import GRDB
import Model
package import Sync
import Wire

// What `Sync` decides, done.
extension ReplicaWriter: SyncedReplica {
    package func standing() async throws(ApplyTrouble) -> ReplicaStanding {
        do {
            let state = try state()
            return ReplicaStanding(
                live: state.live,
                building: state.building.map {
                    BuildingStanding(cursor: $0.cursor, progress: $0.progress)
                }
            )
        } catch {
            throw ApplyTrouble(error)
        }
    }

    /// Where the outbox cannot be read, nothing: whoever sends tells of it.
    package nonisolated func decided() -> Int64 { (try? writes?.outbox.acked()) ?? 0 }

    package func perform(
        _ job: ReplicaJob,
        body: AskedBody?
    ) async throws(ApplyTrouble) -> AppliedJob {
        do {
            return try await done(job, body ?? AskedBody(bytes: [], decided: 0))
        } catch {
            throw ApplyTrouble(error)
        }
    }

    private func done(_ job: ReplicaJob, _ body: AskedBody) async throws -> AppliedJob {
        switch job {
        case .beginGeneration:
            try beginGeneration()
            return .generationBegun
        case .page:
            return .page(rows: try await applyPage(body.bytes).progress.rows)
        case .finishLoading:
            try await finishLoading()
            return .loadingFinished
        case .settle:
            _ = try await settle(body.bytes, decided: body.decided)
            return .settled
        case .promote:
            try await promote()
            return .promoted
        case .delta:
            return .delta(
                changed: try await applyDelta(body.bytes, decided: body.decided).hasChanged
            )
        case .erase:
            erase()
            return .erased
        }
    }
}

extension DatabaseError {
    /// Whether the file is no database, or a broken one.
    var isDamage: Bool { resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB }
}

extension ApplyTrouble {
    /// Sorts an error by what must be done about it; its detail names no value of a row.
    init(_ error: any Error) {
        switch error {
        case let error as WireError:
            self.init(.body, detail: "the body was refused: \(error)")
        case let error as DatabaseError:
            self.init(
                error.isDamage ? .damaged : .storage,
                detail: "SQLite: \(error.extendedResultCode.rawValue) \(error.message ?? "")"
            )
        case ReplicaTrouble.noGeneration:
            self.init(.damaged, detail: "\(ReplicaTrouble.noGeneration)")
        case let error as ReplicaTrouble:
            self.init(.storage, detail: "\(error)")
        default:
            self.init(.storage, detail: "\(type(of: error))")
        }
    }
}
