import GRDB
import Model

extension PageBuilder {
    /// The emails that a filter lets through, and the campaigns of every property.
    ///
    /// Read state by state along the index `drafts_state`, so that a hundred thousand emails that
    /// were sent cost nothing where drafts are looked at.
    func emails(_ query: EmailQuery) throws -> EmailPage {
        var counts: [EmailFilter: Int] = [:]
        var rows: [EmailRow] = []
        for word in try emailWords() {
            let state = EmailState(word)
            let count = try count(ofEmails: word, at: query.property)
            for filter in EmailFilter.allCases where filter.shows(state) {
                counts[filter, default: 0] += count
            }
            guard query.filter.shows(state) else { continue }
            rows += try emails(word, limit: query.limit, at: query.property)
        }
        let newest = rows.sorted { ($0.order, $0.id) > ($1.order, $1.id) }.prefix(query.limit)
        return EmailPage(
            query: query,
            rows: Self.byConversation(Array(newest)),
            counts: counts,
            campaigns: try campaigns(at: query.property)
        )
    }

    /// The statuses that there are, each found by one look into the index.
    private func emailWords() throws -> [String] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT lower(coalesce(status, 'draft')) AS word
                FROM email_drafts INDEXED BY drafts_state
                WHERE lower(coalesce(status, 'draft')) > ?
                ORDER BY lower(coalesce(status, 'draft')) LIMIT 1
                """
        )
        var words: [String] = []
        var last = ""
        while words.count < Self.mostWords,
            let word = try String.fetchOne(statement, arguments: [last])
        {
            words.append(word)
            last = word
        }
        return words
    }

    /// Statuses that are looked at; the platform writes six.
    private static let mostWords = 30

    private func count(ofEmails word: String, at property: PropertyID?) throws -> Int {
        if let property {
            return try Int.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT count(*) FROM (SELECT 1 FROM email_drafts d INDEXED BY drafts_state
                            JOIN lead l ON l.id = d.conversation_id
                            WHERE lower(coalesce(d.status, 'draft')) = ? AND l.property_id = ?
                            LIMIT ?)
                        """
                ),
                arguments: [word, property.data, PageSize.countedEmails]
            ) ?? 0
        }
        return try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM email_drafts
                        WHERE lower(coalesce(status, 'draft')) = ? LIMIT ?)
                    """
            ),
            arguments: [word, PageSize.countedEmails]
        ) ?? 0
    }

    /// What an email shows, in the order in which it is read.
    private static let emailColumns = """
        d.id, d.conversation_id, l.name, l.property_id, coalesce(p.name, ''), d.subject, d.content,
        d.priority, d.tags, d.scheduled_for, d.status, d.created_at, d.sent_at,
        EXISTS (SELECT 1 FROM overlay o
            WHERE o.table_no = \(Model.Table.emailDrafts.number) AND o.id = d.id)
        """

    /// A conversation's emails that can still be changed, newest first.
    func openEmails(of conversation: ConversationID, limit: Int) throws -> [EmailRow] {
        // A handful, sorted here: an index of its own for the order would cost every load.
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.emailColumns)
                    FROM email_drafts d INDEXED BY drafts_conversation
                    LEFT JOIN lead l ON l.id = d.conversation_id
                    LEFT JOIN property p ON p.id = l.property_id
                    WHERE d.conversation_id = ?
                        AND \(Self.isOpenEmail)
                    """
            ),
            arguments: [conversation.data]
        )
        .compactMap(Self.email).sorted { ($0.written, $0.id) > ($1.written, $1.id) }
        .prefix(limit).map(\.self)
    }

    /// Whether the email `d` may still be changed.
    static let isOpenEmail =
        "lower(coalesce(nullif(d.status, ''), 'draft')) IN ('draft', 'scheduled')"

    /// One email, whatever its state; nil where it is not here.
    func email(_ id: DraftID) throws -> EmailRow? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.emailColumns)
                    FROM email_drafts d
                    LEFT JOIN lead l ON l.id = d.conversation_id
                    LEFT JOIN property p ON p.id = l.property_id
                    WHERE d.id = ?
                    """
            ),
            arguments: [id.data]
        ).flatMap(Self.email)
    }

    private func emails(
        _ word: String,
        limit: Int,
        at property: PropertyID?
    ) throws -> [EmailRow] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.emailColumns)
                    FROM email_drafts d INDEXED BY drafts_state
                    LEFT JOIN lead l ON l.id = d.conversation_id
                    LEFT JOIN property p ON p.id = l.property_id
                    WHERE lower(coalesce(d.status, 'draft')) = ?1
                        AND (?2 IS NULL OR l.property_id = ?2)
                    ORDER BY coalesce(d.scheduled_for, d.created_at, '') DESC, d.id DESC LIMIT ?3
                    """
            ),
            arguments: [word, property?.data, limit]
        ).compactMap(Self.email)
    }

    private static func email(_ row: Row) -> EmailRow? {
        guard let id = DraftID(row, 0) else { return nil }
        return EmailRow(
            id: id,
            conversation: ConversationID(row, 1),
            lead: row[2],
            property: PropertyID(row, 3),
            propertyName: row[4],
            letter: Letter(
                subject: row[5] ?? "",
                body: row[6] ?? "",
                priority: row[7] ?? "medium",
                tags: CanonicalText.texts(row[8] ?? ""),
                sendAt: Timestamp(text: row, 9)
            ),
            state: EmailState(row[10]),
            statusWord: row[10],
            createdAt: Timestamp(text: row, 11),
            sentAt: Timestamp(text: row, 12),
            isPending: row[13]
        )
    }

    /// The same rows with those of one conversation together, where the first of them stands.
    private static func byConversation(_ rows: [EmailRow]) -> [EmailRow] {
        var places: [ConversationID: Int] = [:]
        var groups: [[EmailRow]] = []
        for row in rows {
            if let id = row.conversation, let place = places[id] {
                groups[place].append(row)
            } else {
                if let id = row.conversation { places[id] = groups.count }
                groups.append([row])
            }
        }
        return groups.flatMap(\.self)
    }

    private func campaigns(at property: PropertyID?) throws -> [CampaignRow] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT c.title, p.name, coalesce(c.sent_count, 0), c.created_at
                    FROM property p CROSS JOIN email_campaigns c ON c.property_id = p.id
                    WHERE ?1 IS NULL OR p.id = ?1 LIMIT ?2
                    """
            ),
            arguments: [property?.data, PageSize.campaigns]
        ).map { row in
            CampaignRow(
                title: row[0] ?? "",
                propertyName: row[1] ?? "",
                sent: row[2],
                createdAt: Timestamp(text: row, 3)
            )
        }
        .sorted { ($1.created, $0.title) < ($0.created, $1.title) }
    }
}

extension EmailRow {
    /// What the list is ordered by, the latest first.
    fileprivate var order: Int64 { (letter.sendAt ?? createdAt)?.microseconds ?? .min }

    fileprivate var written: Int64 { createdAt?.microseconds ?? .min }
}

extension CampaignRow {
    fileprivate var created: Int64 { createdAt?.microseconds ?? .min }
}
