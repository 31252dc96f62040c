import Model
import Synchronization

/// How many rows went where, told from within the store's transaction.
final class ImportCounts: Sendable {
    private let state = Mutex<[(table: Table, rows: Int)]>([])

    func add(_ table: Table, _ rows: Int) {
        state.withLock { $0.append((table, rows)) }
    }

    var all: [(table: Table, rows: Int)] { state.withLock { $0 } }
}
