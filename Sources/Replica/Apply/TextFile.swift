import Foundation
import GRDB

/// The full text of a copy, made in a file of its own while the copy's writer makes all the rest.
///
/// Full text is a third of what a copy costs beyond its rows, and needs only to read of it. SQLite
/// has one writer a file, so it is written into another one, by a connection that reads the copy,
/// and its four tables of plain blocks are then taken over as they are. The file is of no use to
/// anybody else, and of none after a crash: it is made without journal, anew each time.
struct TextFile: Sendable {
    private let path: String
    private let copy: String

    /// What a copy's file is called with this behind it.
    static let suffix = "-text"

    /// Belongs to the copy at that path.
    init(of copy: String) {
        self.copy = copy
        path = copy + Self.suffix
    }

    /// Writes the full text of what the copy holds; it must have its ids unique, and its
    /// transcripts should have their index.
    func write() async throws {
        remove()
        try PrivateFile.create(path)
        var configuration = Configuration()
        configuration.label = "full text"
        configuration.busyMode = .timeout(Generation.patience)
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { try SQLFunctions.register(in: $0) }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        try await queue.writeWithoutTransaction { try fill($0) }
    }

    private func fill(_ db: Database) throws {
        try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        try db.execute(sql: DerivedSchema.leadText)
        try db.execute(
            sql: "INSERT INTO lead_text (lead_text, rank) VALUES ('hashsize', ?)",
            arguments: [Self.sortingBytes]
        )
        try db.execute(sql: "ATTACH DATABASE ? AS copy", arguments: [copy])
        // An immediate one would want to write the copy too.
        try db.inTransaction(.deferred) {
            try db.execute(
                sql: """
                    INSERT INTO main.lead_text (rowid, contact, talk)
                    SELECT seq, contact, talk FROM copy.lead_document ORDER BY seq
                    """
            )
            return .commit
        }
    }

    /// Puts what was written into the copy in place of what it had; outside of a transaction.
    ///
    /// The connection must not have used its full text before: it would go on with what it knows.
    func take(into db: Database) throws {
        try db.execute(sql: "ATTACH DATABASE ? AS text", arguments: [path])
        defer { try? db.execute(sql: "DETACH DATABASE text") }
        try db.inTransaction(.immediate) {
            try db.execute(
                sql: """
                    DELETE FROM main.lead_text_data;
                    INSERT INTO main.lead_text_data SELECT * FROM text.lead_text_data;
                    DELETE FROM main.lead_text_idx;
                    INSERT INTO main.lead_text_idx SELECT * FROM text.lead_text_idx;
                    DELETE FROM main.lead_text_docsize;
                    INSERT INTO main.lead_text_docsize SELECT * FROM text.lead_text_docsize;
                    """
            )
            return .commit
        }
    }

    /// Removes the file.
    func remove() { unlink(path) }

    /// How much of it is sorted in memory before it is written, where FTS5 takes 1 MiB: less is
    /// merged afterwards.
    private static let sortingBytes = 4 << 20
}
