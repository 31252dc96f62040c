import CNcurses
import Glibc
import Synchronization

/// Brings values from any task to the one thread that sleeps in `poll`.
///
/// A post is never lost and never waits. Its users bound what they post: at most one page of a kind
/// is under way, and news of syncing tell of states.
package final class Mailbox<Letter: Sendable>: Sendable {
    /// Readable while there are letters; to be polled, never read.
    package let descriptor: Int32
    private let letters = Mutex<[Letter]>([])

    package init() {
        descriptor = foyer_event()
        precondition(descriptor >= 0, "a process has a descriptor left for its mailbox")
    }

    deinit {
        close(descriptor)
    }

    /// Puts a letter in and wakes the reader.
    package func post(_ letter: Letter) { post([letter]) }

    /// Puts letters in that the reader takes together, and wakes it.
    package func post(_ together: [Letter]) {
        letters.withLock { $0 += together }
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Takes all letters, in the order in which they were posted.
    package func drain() -> [Letter] {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
        return letters.withLock { letters in
            defer { letters.removeAll() }
            return letters
        }
    }
}
