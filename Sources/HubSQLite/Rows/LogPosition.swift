import Foundation
import GRDB
import Hub
import Model

/// A place in the log: the number of an entry and what it was, so that a log which took another
/// course (the database was restored from a backup) is noticed.
struct LogPosition: Hashable {
    /// Zero before the first entry.
    var seq: Int64
    /// When the entry was made and of which row it was.
    var mark: String

    static let beginning = LogPosition(seq: 0, mark: "")

    var text: String { "\(seq):\(mark)" }

    init(seq: Int64, mark: String) {
        self.seq = seq
        self.mark = mark
    }

    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int64(parts[0]), seq >= 0 else { return nil }
        self.init(seq: seq, mark: String(parts[1]))
    }

    /// The newest entry's.
    static func newest(_ database: Database) throws -> LogPosition {
        try entry(database, "ORDER BY seq DESC LIMIT 1", nil) ?? beginning
    }

    /// Why no difference can begin here; nil where one can.
    func end(_ database: Database) throws -> CursorEnd? {
        let oldest = try Int64.fetchOne(database, sql: "SELECT min(seq) FROM foyer_change")
        if seq == 0 { return oldest ?? 1 == 1 ? nil : .tooOld }
        guard let oldest else { return .elsewhere }
        if seq < oldest { return .tooOld }
        return try Self.entry(database, "WHERE seq = ?", seq) == self ? nil : .elsewhere
    }

    private static func entry(
        _ database: Database,
        _ which: String,
        _ seq: Int64?
    ) throws -> LogPosition? {
        let sql = "SELECT seq, at, table_no, row_id FROM foyer_change \(which)"
        let statement = try RawStatement(database, sql)
        defer { statement.reset() }
        if let seq { statement.bind(1, seq) }
        guard try statement.step() else { return nil }
        let row = statement.id(3)?.text ?? ""
        let mark = "\(statement.integer(1)):\(statement.integer(2)):\(row)"
        return LogPosition(seq: statement.integer(0), mark: mark)
    }
}
