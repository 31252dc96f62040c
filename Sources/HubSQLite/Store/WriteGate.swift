import Foundation
import Hub

/// Lets one connection of all processes write or checkpoint at a time.
///
/// SQLite before 3.51.3 (Debian 12 has 3.40.1) may corrupt a database whose write-ahead log is
/// reset while another connection writes or checkpoints (sqlite.org/wal.html, “The WAL-reset bug”).
/// Commands such as `invite` write while the hub serves, so all of them take this lock, a file
/// beside the database, around every transaction with the checkpoint at its end, around opening and
/// around closing. A person who writes with SQLite's own shell takes it too:
/// `flock hub.sqlite.writing sqlite3 hub.sqlite`. It goes with the process that holds it.
final class WriteGate: Sendable {
    private let descriptor: Int32

    init(path: String) throws(HubTrouble) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable("\(path): \(String(cString: strerror(errno)))")
        }
    }

    deinit { close(descriptor) }

    /// Runs the body while holding the lock; waits for it as long as it takes.
    func hold<Result>(_ body: () throws -> Result) throws -> Result {
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw HubTrouble.unavailable(String(cString: strerror(errno)))
            }
        }
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }

    /// Takes the lock for good; false where another process has it.
    func keep() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    /// Gives it back.
    func release() { flock(descriptor, LOCK_UN) }
}
