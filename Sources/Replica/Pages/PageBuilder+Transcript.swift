import GRDB
import Model

extension PageBuilder {
    /// A window of a conversation's messages; nil where the conversation is not here.
    func transcript(_ query: TranscriptQuery) throws -> TranscriptPage? {
        guard try exists(query.conversation) else { return nil }
        let window = TranscriptWindow(db: db, conversation: query.conversation)
        let total = try window.count()
        let messages: [TranscriptMessage]
        var offset = 0
        switch query.anchor {
        case .beginning:
            messages = try window.messages(limit: query.limit)
        case .end:
            messages = try window.messages(limit: query.limit, isBackward: true).reversed()
            offset = total - messages.count
        case .around(let id):
            guard let place = try window.place(of: id) else {
                var end = query
                end.anchor = .end
                return try transcript(end).map { page in
                    TranscriptPage(
                        query: query,
                        messages: page.messages,
                        offset: page.offset,
                        total: page.total
                    )
                }
            }
            let half = max(1, query.limit / 2)
            let before = try window.messages(from: place, limit: half, isBackward: true)
            let after = try window.messages(from: place, limit: half, isInclusive: true)
            messages = before.reversed() + after
            offset = try window.count(before: place) - before.count
        }
        return TranscriptPage(query: query, messages: messages, offset: offset, total: total)
    }

    func exists(_ conversation: ConversationID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM conversation WHERE id = ?)"),
            arguments: [conversation.data]
        ) ?? false
    }
}

/// Reads a conversation's messages in their order: by time, then by when they were written down,
/// then by id; what has no time comes last.
struct TranscriptWindow {
    let db: Database
    let conversation: ConversationID

    /// Where a message stands: the sort keys of the index `message_transcript`.
    struct Place {
        var time: String
        var created: String
        var id: MessageID
    }

    func count() throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM message WHERE conversation_id = ?"),
            arguments: [conversation.data]
        ) ?? 0
    }

    func count(before place: Place) throws -> Int {
        let sql: SQL = """
            SELECT count(*) FROM message
            WHERE conversation_id = \(conversation.data) AND \(Self.keys) < \(place.values)
            """
        return try Int.fetchOne(db, SQLRequest(literal: sql, cached: true)) ?? 0
    }

    func place(of id: MessageID) throws -> Place? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT coalesce("timestamp", '~'), coalesce(created_at, '~') FROM message
                    WHERE id = ? AND conversation_id = ?
                    """
            ),
            arguments: [id.data, conversation.data]
        )
        return row.map { Place(time: $0[0], created: $0[1], id: id) }
    }

    /// The messages beyond a place, nearest first; from the beginning or end where there is none.
    func messages(
        from place: Place? = nil,
        limit: Int,
        isBackward: Bool = false,
        isInclusive: Bool = false
    ) throws -> [TranscriptMessage] {
        let direction: SQL = isBackward ? "DESC" : "ASC"
        var condition: SQL = "conversation_id = \(conversation.data)"
        if let place {
            let sign = (isBackward ? "<" : ">") + (isInclusive ? "=" : "")
            condition += " AND \(Self.keys) \(sql: sign) \(place.values)"
        }
        let sql: SQL = """
            SELECT id, sender_type, message_text, "timestamp", message_type FROM message
            WHERE \(condition)
            ORDER BY coalesce("timestamp", '~') \(direction),
                coalesce(created_at, '~') \(direction), id \(direction)
            LIMIT \(limit)
            """
        return try Row.fetchAll(db, SQLRequest(literal: sql, cached: true)).compactMap { row in
            guard let id = MessageID(row, 0) else { return nil }
            return TranscriptMessage(
                id: id,
                sender: String.fromDatabaseValue(row[1]).flatMap(Sender.init(rawValue:)) ?? .bot,
                text: row[2] ?? "",
                at: Timestamp(text: row, 3),
                kind: MessageKind(row[4])
            )
        }
    }

    private static let keys: SQL = """
        (coalesce("timestamp", '~'), coalesce(created_at, '~'), id)
        """
}

extension TranscriptWindow.Place {
    var values: SQL { "(\(time), \(created), \(id.data))" }
}
