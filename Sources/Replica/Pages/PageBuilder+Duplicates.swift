import GRDB
import Model

// Visitors who may be one person.
extension PageBuilder {
    /// Who may be a lead's visitor, or all who left the same address twice; reads every visitor
    /// who left one, which is some ten milliseconds for a region.
    func duplicates(_ query: DuplicatesQuery) throws -> DuplicatesPage {
        let faces = try faces()
        guard let conversation = query.conversation else {
            return DuplicatesPage(query: query, pairs: try pairs(among: faces))
        }
        let talk = try ReplicaRows(db: db).row(.conversation, conversation.cast())
        guard let visitor: VisitorID = talk?.id("user_id"),
            let mine = faces.first(where: { $0.id == visitor })
        else { return DuplicatesPage(query: query, pairs: []) }
        let pairs = try faces.compactMap { other -> DuplicatePair? in
            other.id == mine.id ? nil : try pair(mine, other)
        }
        return DuplicatesPage(query: query, pairs: Self.surest(pairs))
    }

    /// Everybody by whom something is known that a duplicate would share.
    private func faces() throws -> [VisitorFace] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, first_name, last_name, email, phone, browser_id FROM "user"
                    WHERE email IS NOT NULL OR phone IS NOT NULL OR browser_id IS NOT NULL
                        OR last_name IS NOT NULL OR first_name IS NOT NULL
                    """
            )
        )
        return rows.compactMap { row in
            guard let id = VisitorID(row, 0) else { return nil }
            let contact = CorrectContact.Contact(
                first: row[1],
                last: row[2],
                email: row[3],
                phone: row[4]
            )
            return VisitorFace(id: id, contact: contact, browser: row[5])
        }
    }

    /// Two of the same address each; a name or a browser alone may be a family's.
    private func pairs(among faces: [VisitorFace]) throws -> [DuplicatePair] {
        var found: [DuplicatePair] = []
        var met: Set<Set<VisitorID>> = []
        for sameness in [Sameness.email, .phone] {
            var first: [String: VisitorFace] = [:]
            for face in faces.sorted(by: { $0.id < $1.id }) {
                guard found.count < PageSize.duplicates, let key = face.key(sameness) else {
                    continue
                }
                guard let other = first[key] else {
                    first[key] = face
                    continue
                }
                guard met.insert([other.id, face.id]).inserted else { continue }
                if let pair = try pair(other, face) { found.append(pair) }
            }
        }
        return Self.surest(found)
    }

    /// Nil where they share nothing, or there is nothing to move.
    private func pair(_ one: VisitorFace, _ other: VisitorFace) throws -> DuplicatePair? {
        let shared = one.shared(with: other)
        guard !shared.isEmpty else { return nil }
        let (kept, merged) = one.reach >= other.reach ? (one, other) : (other, one)
        let talks = try conversations(of: merged.id).prefix(FieldRule.mostRows)
        guard !talks.isEmpty else { return nil }
        return DuplicatePair(
            kept: kept,
            merged: merged,
            shared: shared,
            conversations: Array(talks)
        )
    }

    private static func surest(_ pairs: [DuplicatePair]) -> [DuplicatePair] {
        let sorted = pairs.sorted { one, other in
            let ranks = [one, other].map { $0.shared.map(\.rawValue) }
            return ranks[0] == ranks[1]
                ? one.merged.id < other.merged.id : ranks[0].lexicographicallyPrecedes(ranks[1])
        }
        return Array(sorted.prefix(PageSize.duplicates))
    }

    private func conversations(of visitor: VisitorID) throws -> [ConversationID] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT id FROM conversation WHERE user_id = ? ORDER BY created_at, id"
            ),
            arguments: [visitor.data]
        ).compactMap { ConversationID($0, 0) }
    }

    /// Who a lead's visitor was before a merge.
    func merge(
        of conversation: ConversationID,
        _ visitor: VisitorID?,
        _ rows: ReplicaRows
    ) throws -> PastMerge? {
        guard let visitor, let desk = try rows.row(.leadDesk, conversation.cast()),
            let origin: VisitorID = desk.id("merged_from")
        else { return nil }
        let talks = try conversations(of: visitor).filter { talk in
            try rows.row(.leadDesk, talk.cast())?.id("merged_from") == origin
        }
        return PastMerge(from: origin, conversations: talks)
    }
}
