import GRDB
import Synchronization

/// The generation that is shown, as readers find it: a writer replaces it in one step.
final class LiveReader: Sendable {
    private let current: Mutex<(any DatabaseReader)?>

    init(_ reader: (any DatabaseReader)?) {
        current = Mutex(reader)
    }

    /// What to read from now; a read that has begun keeps what it began with.
    var reader: (any DatabaseReader)? { current.withLock { $0 } }

    func replace(with reader: (any DatabaseReader)?) {
        current.withLock { $0 = reader }
    }
}
