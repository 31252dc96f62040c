import GRDB
import Model

extension PageBuilder {
    /// The questions that want an answer, oldest first, each once.
    func questions(_ query: QuestionQuery) throws -> QuestionPage {
        let words = query.words.split(whereSeparator: \.isWhitespace)
            .map { SearchText.normalized(String($0)) }
        var conditions = words.map { word -> SQL in "instr(e.normal, \(word))" }
        if let property = query.property {
            conditions.append("+e.property_id = \(property.data)")
        }
        let condition: SQL = conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ")
        let sql: SQL = """
            SELECT \(sql: Self.entryColumns) FROM question_entry e INDEXED BY question_entry_asked
            LEFT JOIN property p ON p.id = e.property_id
            WHERE \(condition) ORDER BY e.asked_order, e.id LIMIT \(query.limit)
            """
        let rows = try Row.fetchAll(db, SQLRequest(literal: sql, cached: true))
        let total =
            conditions.isEmpty
            ? try counter("questions")
            : try Int.fetchOne(
                db,
                SQLRequest(literal: "SELECT count(*) FROM question_entry e WHERE \(condition)")
            ) ?? 0
        return QuestionPage(
            query: query,
            rows: rows.compactMap(question),
            total: total,
            answered: query.property == nil ? try counter("answered") : 0
        )
    }

    /// One entry of the list; nil where it is none any more.
    func questionRow(_ id: QuestionID) throws -> QuestionRow? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.entryColumns) FROM question_entry e
                    LEFT JOIN property p ON p.id = e.property_id WHERE e.id = ?
                    """
            ),
            arguments: [id.data]
        ).flatMap(question)
    }

    /// What `question(_:)` reads, in its order.
    private static let entryColumns = """
        e.id, e.origin, e.property_id, coalesce(p.name, ''), e.text, e.asked_at, e.askers,
        e.conversation_id, e.assigned_to
        """

    private func question(_ row: Row) -> QuestionRow? {
        guard let id = QuestionID(row, 0), let origin = QuestionOrigin(rawValue: row[1]),
            let property = PropertyID(row, 2)
        else { return nil }
        return QuestionRow(
            id: id,
            origin: origin,
            property: property,
            propertyName: row[3],
            text: row[4],
            askedAt: Timestamp(micros: row, 5),
            askers: row[6],
            conversation: ConversationID(row, 7),
            assignedTo: AgentID(row, 8)
        )
    }
}
