import Synchronization

/// Remembers entries by the text that they are kept as.
///
/// What waits for weeks is read once and not at each change. It holds what was asked for last, and
/// nothing else.
final class EntryMemory: Sendable {
    private let known = Mutex<[String: OutboxEntry]>([:])

    /// The entries that texts stand for, in their order.
    func entries(_ texts: [String]) throws -> [OutboxEntry] {
        try known.withLock { known in
            var wanted: [String: OutboxEntry] = Dictionary(minimumCapacity: texts.count)
            let entries = try texts.map { text in
                let entry = try known[text] ?? OutboxRows.decode(text)
                wanted[text] = entry
                return entry
            }
            known = wanted
            return entries
        }
    }
}
