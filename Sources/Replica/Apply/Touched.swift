import GRDB
import Model

/// Remembers, within one transaction, which conversations and questions must be derived anew.
///
/// A conversation is taken out of the full text the moment its text is first touched, since FTS5
/// needs the text as it was put in: **every touch comes before the change it is for**. What changes
/// no text, such as a claim or a tour, leaves the full text alone.
final class Touched {
    private let db: Database
    private let note: CStatement
    private let noteText: CStatement
    private let clear: CStatement
    private var last: RowID?
    private var lastText: RowID?
    /// Whether there is nothing to derive.
    private(set) var isEmpty = true
    /// How many messages there are more than before.
    var messages = 0

    init(_ db: Database) throws {
        self.db = db
        try Self.makeScratch(db)
        note = try CStatement(db, "INSERT OR IGNORE INTO temp.touched (id) VALUES (?)")
        noteText = try CStatement(db, "INSERT OR IGNORE INTO temp.touched_text (id) VALUES (?)")
        clear = try CStatement(
            db,
            """
            INSERT INTO lead_text (lead_text, rowid, contact, talk)
            SELECT 'delete', seq, contact, talk FROM lead_document WHERE id = ?
            """
        )
    }

    /// The tables are made once a connection: making one, even where it is there, makes GRDB forget
    /// every statement that it has compiled.
    private static func makeScratch(_ db: Database) throws {
        let made = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM temp.sqlite_master WHERE type = 'table'")
        )
        guard (made ?? 0) < scratch.count else { return }
        for table in scratch { try db.execute(sql: table) }
    }

    /// Something that this conversation's lead is derived from is about to change, and with
    /// `hasText` what it is found by: who it is with, or what was said.
    func conversation(_ id: RowID, hasText: Bool) throws {
        if id != last {
            last = id
            isEmpty = false
            note.bind(1, id)
            try note.run()
        }
        guard hasText, id != lastText else { return }
        lastText = id
        noteText.bind(1, id)
        try noteText.run()
        guard noteText.changes > 0 else { return }
        clear.bind(1, id)
        try clear.run()
    }

    /// A visitor or a chatbot is about to change.
    func conversations(of table: Table, _ id: RowID) throws {
        let column = table == .user ? "user_id" : "chatbot_id"
        let statement = try CStatement(db, "SELECT id FROM conversation WHERE \(column) = ?")
        statement.bind(1, id)
        var ids: [RowID] = []
        do {
            defer { statement.reset() }
            while try statement.step() {
                if let id = statement.id(0) { ids.append(id) }
            }
        }
        for id in ids { try conversation(id, hasText: table == .user) }
    }

    /// A task or an entry of the knowledge is about to change.
    func question(_ id: RowID) throws {
        isEmpty = false
        let note = try CStatement(
            db,
            "INSERT OR IGNORE INTO temp.touched_question (id) VALUES (?)"
        )
        note.bind(1, id)
        try note.run()
        guard note.changes > 0 else { return }
        let forgetAnswered = try CStatement(
            db,
            """
            UPDATE counter SET value = value - (SELECT count(*) FROM tasks
                WHERE id = ? AND task_state(status, answer) = 'answered')
            WHERE name = 'answered'
            """
        )
        forgetAnswered.bind(1, id)
        try forgetAnswered.run()
    }

    /// Forgets everything, once it is derived.
    func forget() throws {
        try db.run("UPDATE counter SET value = value + ? WHERE name = 'messages'", [messages])
        for name in Self.names {
            try db.run("DELETE FROM temp.\(name)")
        }
        messages = 0
        last = nil
        lastText = nil
        isEmpty = true
    }

    private static let names = [
        "touched", "touched_text", "touched_question", "touched_group", "doomed", "visitor",
    ]

    /// A transaction that is rolled back takes what is in these tables with it.
    private static let scratch = [
        "CREATE TEMP TABLE IF NOT EXISTS touched (id BLOB PRIMARY KEY) WITHOUT ROWID",
        "CREATE TEMP TABLE IF NOT EXISTS touched_text (id BLOB PRIMARY KEY) WITHOUT ROWID",
        "CREATE TEMP TABLE IF NOT EXISTS touched_question (id BLOB PRIMARY KEY) WITHOUT ROWID",
        """
        CREATE TEMP TABLE IF NOT EXISTS touched_group (
            property_id BLOB, normal TEXT, PRIMARY KEY (property_id, normal)) WITHOUT ROWID
        """,
        """
        CREATE TEMP TABLE IF NOT EXISTS doomed (
            number INTEGER, id BLOB, PRIMARY KEY (number, id)) WITHOUT ROWID
        """,
        "CREATE TEMP TABLE IF NOT EXISTS visitor (id BLOB PRIMARY KEY) WITHOUT ROWID",
    ]
}
