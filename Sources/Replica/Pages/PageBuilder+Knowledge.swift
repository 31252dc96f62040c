import GRDB
import Model

extension PageBuilder {
    /// What the chatbot knows: a few hundred entries a property, those in doubt first.
    func knowledge(_ query: KnowledgeQuery) throws -> KnowledgePage {
        let words = query.words.split(whereSeparator: \.isWhitespace)
            .map { SearchText.normalized(String($0)) }
        let conditions = words.map { word -> SQL in
            "instr(normal_question(f.question || ' ' || f.answer), \(word))"
        }
        let known: SQL = """
            f.property_id IS NOT NULL AND trim(coalesce(f.answer, '')) <> ''
            AND coalesce(f.category, '') <> \(ReviseKnowledge.retired)
            """
        let sql: SQL = """
            SELECT \(sql: Self.knowledgeColumns)
            FROM faq f LEFT JOIN property p ON p.id = f.property_id
            WHERE \(([known] + conditions).joined(separator: " AND "))
            ORDER BY 6 DESC, 4 COLLATE NOCASE, f.id LIMIT \(query.limit)
            """
        let rows = try Row.fetchAll(db, SQLRequest(literal: sql, cached: true))
        return KnowledgePage(query: query, rows: rows.compactMap(entry))
    }

    /// One entry, whether it has an answer or not; nil where it is not here.
    func knowledge(_ id: KnowledgeID) throws -> KnowledgeRow? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.knowledgeColumns)
                    FROM faq f LEFT JOIN property p ON p.id = f.property_id WHERE f.id = ?
                    """
            ),
            arguments: [id.data]
        ).flatMap(entry)
    }

    /// What an entry shows, in the order in which it is read.
    private static let knowledgeColumns = """
        f.id, f.property_id, coalesce(p.name, ''), coalesce(f.question, ''), f.answer,
        coalesce(f.status, '') = 'needs_review'
        """

    private func entry(_ row: Row) -> KnowledgeRow? {
        guard let id = KnowledgeID(row, 0), let property = PropertyID(row, 1) else { return nil }
        return KnowledgeRow(
            id: id,
            property: property,
            propertyName: row[2],
            question: row[3],
            answer: row[4],
            isInDoubt: row[5]
        )
    }
}
