import GRDB

/// Why the replica's files could not be opened; each says what to do.
package enum ReplicaTrouble: Error, Hashable, Sendable {
    /// Another process has this profile open: its pid and since when, as it wrote them.
    case owned(holder: String)
    /// A file or directory could not be made or opened, with the system's error number.
    case file(path: String, errno: Int32)
    /// Somebody else than its owner may read or write it.
    case exposed(path: String)
    /// It is not a plain file or directory of this user's.
    case foreign(path: String)
    /// The directory lies on a network file system, where SQLite's locks do not hold.
    case onNetwork(path: String)
    /// There is no generation to read or write.
    case noGeneration
    /// The disk is full, fails or takes no writes, by SQLite's code.
    case disk(code: Int)
}

extension ReplicaTrouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .owned(let holder):
            "this profile is in use by \(holder); end that program, or use another --profile"
        case .file(let path, let errno):
            "\(path) cannot be opened (error \(errno)); check its owner, its mode and the disk"
        case .exposed(let path):
            "\(path) can be read by others; run: chmod go-rwx \(path)"
        case .foreign(let path):
            "\(path) is not a plain file of yours; move it away or use another --profile"
        case .onNetwork(let path):
            "\(path) is on a network file system, which loses SQLite's locks; use a local disk"
        case .noGeneration:
            "there is no copy of the data on this terminal yet; connect it to its hub once"
        case .disk(let code):
            """
            the disk of this terminal is full, fails or takes no writes (SQLite \(code)); make \
            room on it or make it writable, and try again
            """
        }
    }
}

extension ReplicaTrouble {
    /// What SQLite says of a disk that is full, fails or may not be written; nil for anything else.
    package init?(disk error: any Error) {
        guard let error = error as? DatabaseError, error.isOfDisk else { return nil }
        self = .disk(code: Int(error.extendedResultCode.rawValue))
    }
}

extension DatabaseError {
    /// Whether the disk is to blame.
    var isOfDisk: Bool {
        switch resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN: true
        default: false
        }
    }
}
