import GRDB
import Model

extension PageBuilder {
    func overview() throws -> Overview {
        Overview(
            agent: try agentName(),
            properties: try properties(),
            leads: try counter("leads"),
            waiting: try counter("waiting"),
            questions: try counter("questions"),
            messages: try counter("messages"),
            access: try WriteAccess.kept(db)
        )
    }

    private func agentName() throws -> AgentName? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT first_name, last_name FROM property_manager WHERE id = ?"
            ),
            arguments: [agent.data]
        )
        return row.map { AgentName(id: agent, first: $0[0] ?? "", last: $0[1] ?? "") }
    }

    /// A property has one chatbot; of several, the one that counts is the same every time.
    func properties() throws -> [PropertyName] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT p.id, p.name, p.state, p.zip_code, coalesce(
                        (SELECT b.business_hours FROM chatbot b WHERE b.property_id = p.id
                            AND b.business_hours IS NOT NULL ORDER BY b.id LIMIT 1),
                        p.chatbot_business_hours),
                        (SELECT s.time_zone FROM property_settings s WHERE s.property_id = p.id
                            LIMIT 1)
                    FROM property p ORDER BY p.name, p.id
                    """
            )
        )
        var facts = PropertyFacts()
        return rows.compactMap { row in
            guard let id = PropertyID(row, 0) else { return nil }
            return PropertyName(
                id: id,
                name: row[1] ?? "",
                zone: facts.zone(named: row[5], state: row[2] ?? "", zip: row[3] ?? ""),
                hours: facts.hours(row[4])
            )
        }
    }
}
