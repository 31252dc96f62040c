import Foundation
import Hub

/// The file of a database before SQLite opens it.
enum DatabaseFile {
    /// Makes an empty file where there is none: the owner's alone from its first moment.
    ///
    /// SQLite gives what it puts beside it the same mode.
    static func create(_ path: String) throws(HubTrouble) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .unavailable("\(path): \(String(cString: strerror(errno)))")
        }
        close(descriptor)
    }
}
