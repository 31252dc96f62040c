import GRDB
import Model

/// Remembers, within one transaction, which conversations and questions must be derived anew.
///
/// A conversation is taken out of the full text the moment it is first touched, since FTS5 needs
/// the text as it was put in: **every touch comes before the change it is for**.
final class Touched {
    private let db: Database
    private let note: CStatement
    private let clear: CStatement
    private let noteQuestion: CStatement
    private let forgetAnswered: CStatement
    private let ofUser: CStatement
    private let ofChatbot: CStatement
    private var last: RowID?
    /// How many messages there are more than before.
    var messages = 0

    init(_ db: Database) throws {
        self.db = db
        try db.execute(sql: Self.scratch)
        note = try CStatement(db, "INSERT OR IGNORE INTO temp.touched (id) VALUES (?)")
        clear = try CStatement(
            db,
            """
            INSERT INTO lead_text (lead_text, rowid, contact, talk)
            SELECT 'delete', seq, contact, talk FROM lead_document WHERE id = ?
            """
        )
        noteQuestion = try CStatement(
            db,
            "INSERT OR IGNORE INTO temp.touched_question (id) VALUES (?)"
        )
        forgetAnswered = try CStatement(
            db,
            """
            UPDATE counter SET value = value - (SELECT count(*) FROM tasks
                WHERE id = ? AND task_state(status, answer) = 'answered')
            WHERE name = 'answered'
            """
        )
        ofUser = try CStatement(db, "SELECT id FROM conversation WHERE user_id = ?")
        ofChatbot = try CStatement(db, "SELECT id FROM conversation WHERE chatbot_id = ?")
    }

    /// Something that this conversation's lead is derived from is about to change.
    func conversation(_ id: RowID) throws {
        guard id != last else { return }
        last = id
        note.bind(1, id)
        try note.run()
        guard note.changes > 0 else { return }
        clear.bind(1, id)
        try clear.run()
    }

    /// A visitor or a chatbot is about to change.
    func conversations(of table: Table, _ id: RowID) throws {
        let statement = table == .user ? ofUser : ofChatbot
        statement.bind(1, id)
        var ids: [RowID] = []
        do {
            defer { statement.reset() }
            while try statement.step() {
                if let id = statement.id(0) { ids.append(id) }
            }
        }
        for id in ids { try conversation(id) }
    }

    /// A task or an entry of the knowledge is about to change.
    func question(_ id: RowID) throws {
        noteQuestion.bind(1, id)
        try noteQuestion.run()
        guard noteQuestion.changes > 0 else { return }
        forgetAnswered.bind(1, id)
        try forgetAnswered.run()
    }

    /// Forgets everything, once it is derived.
    func forget() throws {
        try db.execute(
            sql: "UPDATE counter SET value = value + ? WHERE name = 'messages'",
            arguments: [messages]
        )
        try db.execute(
            sql: """
                DELETE FROM temp.touched;
                DELETE FROM temp.touched_question;
                DELETE FROM temp.touched_group;
                DELETE FROM temp.doomed;
                DELETE FROM temp.visitor;
                """
        )
        messages = 0
        last = nil
    }

    /// A transaction that is rolled back takes what is in these tables with it.
    private static let scratch = """
        CREATE TEMP TABLE IF NOT EXISTS touched (id BLOB PRIMARY KEY) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS touched_question (id BLOB PRIMARY KEY) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS touched_group (
            property_id BLOB, normal TEXT, PRIMARY KEY (property_id, normal)) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS doomed (
            number INTEGER, id BLOB, PRIMARY KEY (number, id)) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS visitor (id BLOB PRIMARY KEY) WITHOUT ROWID;
        """
}
