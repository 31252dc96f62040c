import GRDB
import Model

extension PageBuilder {
    /// Where a text stands in a conversation; nil where the conversation is not here.
    ///
    /// Reads the conversation's stretch of its index from the end: 2,000 messages take some
    /// milliseconds, and other conversations nothing.
    func talkSearch(_ query: TalkSearchQuery) throws -> TalkSearchPage? {
        guard try exists(query.conversation) else { return nil }
        let window = TranscriptWindow(db: db, conversation: query.conversation)
        let total = try window.count()
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT id, message_text FROM message WHERE conversation_id = ?
                    ORDER BY coalesce("timestamp", '~') DESC, coalesce(created_at, '~') DESC,
                        id DESC
                    LIMIT ?
                    """
            ),
            arguments: [query.conversation.data, query.reach]
        )
        var matches: [TalkMatch] = []
        var place = total
        while let row = try rows.next() {
            place -= 1
            guard let text = String.fromDatabaseValue(row[1]),
                query.sought.range(in: text[...]) != nil, let id = MessageID(row, 0)
            else { continue }
            matches.append(TalkMatch(id: id, place: place))
        }
        return TalkSearchPage(query: query, matches: matches, isWhole: place == 0)
    }
}
