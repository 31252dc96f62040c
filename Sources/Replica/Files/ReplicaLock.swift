package import Model

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Holds a profile for one process, as long as the value lives.
///
/// SQLite before 3.51.3 can lose a WAL where two processes checkpoint at once, and two sync loops
/// would fight over one cursor. The kernel lets go of the lock when the process dies, however it
/// dies.
package final class ReplicaLock: Sendable {
    private let file: Int32

    /// Takes the lock, or says who has it.
    package init(path: String, now: Timestamp) throws(ReplicaTrouble) {
        let file = try PrivateFile.descriptor(path)
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let failure = errno
            let holder = Self.note(in: file)
            close(file)
            guard failure == EWOULDBLOCK else { throw .file(path: path, errno: failure) }
            throw .owned(holder: holder)
        }
        self.file = file
        let note = Array("process \(getpid()) since \(now.text)\n".utf8)
        ftruncate(file, 0)
        // Only for people to read: the lock holds without it.
        _ = pwrite(file, note, note.count, 0)
    }

    deinit {
        close(file)
    }

    private static func note(in file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = pread(file, &bytes, bytes.count, 0)
        guard count > 0 else { return "another process" }
        let text = String(decoding: bytes.prefix(count), as: UTF8.self)
        return String(text.prefix { $0 != "\n" })
    }
}
