import Model
import Wire

/// The tables of a generation, derived from the schema catalogue: the columns that travel, ids as
/// 16-byte BLOBs, booleans as 0 and 1, everything else that is no integer as text.
///
/// Tables have a rowid, `seq`: measured on a million rows in random order of ids, 160,000 rows/s
/// against 52,000 to 62,000 `WITHOUT ROWID`. Nothing is checked or referenced here: the platform's
/// rows are shown as they are.
enum ReplicaSchema {
    /// Raised when what this target derives, or how it stores, changes: older files are refetched.
    static let version = 5

    /// Everything that must be there before the first page: no index, nothing derived.
    static let tables: [String] =
        Catalogue.tables.map(table) + Catalogue.tables.map(view) + [standing] + OverlaySchema.tables

    /// The indexes of the replicated tables, made once the pages are through.
    static let indexes: [String] =
        Catalogue.tables.map(uniqueIndex) + [
            "CREATE INDEX IF NOT EXISTS chatbot_property ON chatbot (property_id)",
            "CREATE INDEX IF NOT EXISTS conversation_chatbot ON conversation (chatbot_id)",
            """
            CREATE INDEX IF NOT EXISTS conversation_start
            ON conversation (coalesce(start_time, created_at))
            """,
            "CREATE INDEX IF NOT EXISTS conversation_user ON conversation (user_id)",
            """
            CREATE INDEX IF NOT EXISTS user_browser ON "user" (browser_id)
            WHERE browser_id IS NOT NULL
            """,
            transcriptIndex,
            """
            CREATE INDEX IF NOT EXISTS notification_conversation
            ON lead_notification (conversation_id)
            """,
            """
            CREATE INDEX IF NOT EXISTS notification_unread
            ON lead_notification (property_manager_id, conversation_id) WHERE read_at IS NULL
            """,
            """
            CREATE INDEX IF NOT EXISTS notification_sent
            ON lead_notification (coalesce(sent_at, created_at))
            """,
            """
            CREATE INDEX IF NOT EXISTS analytics_conversation
            ON amplitude_analytics (conversation_id)
            """,
            "CREATE INDEX IF NOT EXISTS drafts_conversation ON email_drafts (conversation_id)",
            """
            CREATE INDEX IF NOT EXISTS drafts_state ON email_drafts (
                lower(coalesce(status, 'draft')), coalesce(scheduled_for, created_at, ''), id)
            """,
            "CREATE INDEX IF NOT EXISTS tasks_conversation ON tasks (conversation_id)",
            "CREATE INDEX IF NOT EXISTS tasks_asked ON tasks (created_at)",
            "CREATE INDEX IF NOT EXISTS tours_conversation ON tours (conversation_id)",
            "CREATE INDEX IF NOT EXISTS tours_time ON tours (tour_datetime)",
            """
            CREATE INDEX IF NOT EXISTS tours_manager ON tours (property_manager_id, tour_datetime)
            """,
        ] + propertyChildren + ofOwn

    /// The order of a transcript: what has no time comes last.
    static let transcriptIndex = """
        CREATE INDEX IF NOT EXISTS message_transcript ON message (
            conversation_id, coalesce("timestamp", '~'), coalesce(created_at, '~'), id)
        """

    /// A table's name as SQL writes it; `user` is a word of SQL's elsewhere.
    static func name(_ table: Table) -> String { "\"\(table.rawValue)\"" }

    static func uniqueIndex(_ schema: TableSchema) -> String {
        """
        CREATE UNIQUE INDEX IF NOT EXISTS \(schema.table.rawValue)_id
        ON \(name(schema.table)) (id)
        """
    }

    private static func table(_ schema: TableSchema) -> String {
        let columns = schema.travelling.map { "\"\($0.name)\" \($0.storage.typeName)" }
        return """
            CREATE TABLE \(name(schema.table)) (
                seq INTEGER PRIMARY KEY,
                \(columns.joined(separator: ",\n    "))
            )
            """
    }

    /// The same table as a person with `sqlite3` reads it: ids as text.
    private static func view(_ schema: TableSchema) -> String {
        let columns = schema.travelling.map { column in
            column.storage == .id
                ? "\(idText(column.name)) AS \(column.name)" : "\"\(column.name)\""
        }
        return """
            CREATE VIEW v_\(schema.table.rawValue) AS
            SELECT \(columns.joined(separator: ",\n    ")) FROM \(name(schema.table))
            """
    }

    private static func idText(_ column: String) -> String {
        let parts = [(1, 8), (9, 4), (13, 4), (17, 4), (21, 12)].map { start, count in
            "substr(hex(\"\(column)\"), \(start), \(count))"
        }
        return "lower(\(parts.joined(separator: " || '-' || ")))"
    }

    /// Where this generation stands; one row.
    private static let standing = """
        CREATE TABLE replica (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            fingerprint TEXT NOT NULL,
            version INTEGER NOT NULL,
            phase TEXT NOT NULL,
            cursor TEXT,
            acked INTEGER NOT NULL DEFAULT 0,
            access TEXT,
            rows INTEGER NOT NULL DEFAULT 0,
            total INTEGER
        )
        """

    /// Ours are found by what they are about.
    private static let ofOwn: [String] = Catalogue.own.flatMap { schema in
        schema.indexes.map { index in
            let columns = index.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
            return "CREATE INDEX IF NOT EXISTS \(index.name) ON \(name(schema.table)) (\(columns))"
        }
    }

    /// What belongs to a property directly is found by it when the property leaves.
    private static let propertyChildren: [String] = Catalogue.children(of: .property)
        .filter { $0.table != .chatbot }
        .map { child in
            """
            CREATE INDEX IF NOT EXISTS \(child.table.rawValue)_property
            ON \(name(child.table)) (\(child.column))
            """
        }
}

/// How a column is kept in SQLite.
enum Storage: Hashable, Sendable {
    /// The 16 bytes of an id.
    case id
    case text
    case integer
    /// 0 or 1.
    case boolean

    var typeName: String {
        switch self {
        case .id: "BLOB"
        case .text: "TEXT"
        case .integer, .boolean: "INTEGER"
        }
    }
}

extension Column {
    var storage: Storage {
        switch type {
        case .uuid: .id
        case .integer: .integer
        case .boolean: .boolean
        case .varchar, .text, .timestamptz, .timestamp, .date, .decimal, .jsonb: .text
        }
    }
}
