import GRDB

/// Why a write could not be kept; each says what to do.
package enum OutboxTrouble: Error, Hashable, Sendable {
    /// The disk is full or fails.
    case storage(detail: String)
    /// The file was written by a newer program.
    case newer(path: String, found: Int, known: Int)
    /// Too many writes wait.
    case full(limit: Int)
}

extension OutboxTrouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .storage(let detail):
            "the write could not be kept on this disk (\(detail)); make room and try again"
        case .newer(let path, let found, let known):
            """
            \(path) was written by a newer foyer (version \(found), this one knows \(known)); \
            start that one, so that nothing that waits in it is lost
            """
        case .full(let limit):
            "\(limit) writes wait to be sent; connect this terminal to its hub first"
        }
    }
}

extension OutboxTrouble {
    /// What SQLite says of a disk that is full, fails or may not be written; nil for anything else.
    package init?(disk error: any Error) {
        guard let error = error as? DatabaseError, error.isOfDisk else { return nil }
        self = .storage(detail: "SQLite \(error.extendedResultCode.rawValue)")
    }
}
