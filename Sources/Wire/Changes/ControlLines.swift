package import Model

/// The first line of a body of changes: from which place in history to which.
package struct BeginLine: Codable, Hashable, Sendable {
    /// How many rows the whole copy has, about; only with the first page of a snapshot.
    package var rows: Int?
    /// Whether this is a page of a snapshot rather than a difference.
    package var snapshot: Bool

    package init(snapshot: Bool, rows: Int? = nil) {
        self.snapshot = snapshot
        self.rows = rows
    }
}

/// Rows that are gone.
package struct DeleteLine: Codable, Hashable, Sendable {
    package var delete: Table
    package var ids: [RowID]

    package init(delete: Table, ids: [RowID]) {
        self.delete = delete
        self.ids = ids
    }
}

/// The last line: where the terminal is after applying the body.
package struct CheckpointLine: Codable, Hashable, Sendable {
    /// Opaque to the terminal.
    package var checkpoint: String
    /// Whether the body is a page and more must follow before anything may be shown.
    package var more: Bool
    /// The last of this device's mutations whose effect is in the rows of this place or before;
    /// nil from a hub that takes none.
    package var acked: Int64?
    /// Where the terminal's agent may write; nil where the hub does not say, as with a page.
    package var access: WriteAccess?

    package init(
        checkpoint: String,
        more: Bool,
        acked: Int64? = nil,
        access: WriteAccess? = nil
    ) {
        self.checkpoint = checkpoint
        self.more = more
        self.acked = acked
        self.access = access
    }
}

/// A line of a body that is not a row.
package enum ControlLine: Hashable, Sendable {
    case begin(BeginLine)
    /// The rows that follow are of this table, nil where this side does not know it, with their
    /// columns.
    case table(Table?, columns: [String])
    case delete(Table?, [RowID])
    case leave(PropertyID)
    case checkpoint(CheckpointLine)
    /// A line of a newer partner; it is skipped.
    case unknown
}

extension ControlLine {
    /// Reads a line that begins with `{`.
    package static func parse(_ line: UnsafeRawBufferPointer) throws(WireError) -> ControlLine {
        guard JSONDepth.isAtMost(WireLimits.jsonDepth, line) else { throw .tooDeep }
        let object = try WireJSON.decode(AnyLine.self, line)
        if let begin = object.begin { return .begin(begin) }
        if let checkpoint = object.checkpoint {
            guard checkpoint.utf8.count <= WireLimits.cursor else { throw .malformed("checkpoint") }
            return .checkpoint(
                CheckpointLine(
                    checkpoint: checkpoint,
                    more: object.more ?? false,
                    acked: object.acked,
                    access: object.access
                )
            )
        }
        if let table = object.table {
            return .table(Table(rawValue: table), columns: object.columns ?? [])
        }
        if let table = object.delete {
            return .delete(Table(rawValue: table), object.ids ?? [])
        }
        if let property = object.leave { return .leave(property) }
        return .unknown
    }

    private struct AnyLine: Decodable {
        var begin: BeginLine?
        var table: String?
        var columns: [String]?
        var delete: String?
        var ids: [RowID]?
        var leave: PropertyID?
        var checkpoint: String?
        var more: Bool?
        var acked: Int64?
        var access: WriteAccess?
    }
}
