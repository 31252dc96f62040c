import GRDB
import Model

extension PageBuilder {
    func overview() throws -> Overview {
        let properties = try properties()
        return Overview(
            agent: try agentName(),
            properties: properties,
            leads: try counter("leads"),
            waiting: try counter("waiting"),
            questions: try counter("questions"),
            messages: try counter("messages"),
            access: try WriteAccess.kept(db),
            // Where there is one, the numbers above are its own.
            waits: properties.count > 1 ? try waits() : [:]
        )
    }

    /// What waits, by property: those who wait stand first in their index, and the list of
    /// questions is short.
    private func waits() throws -> [PropertyID: PropertyWaits] {
        var waits: [PropertyID: PropertyWaits] = [:]
        let none = PropertyWaits(waiting: 0, questions: 0)
        let leads = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT property_id FROM lead INDEXED BY lead_waiting WHERE key_waiting < ?"
            ),
            arguments: [Self.lastWaitingKey]
        )
        while let row = try leads.next() {
            if let id = PropertyID(row, 0) { waits[id, default: none].waiting += 1 }
        }
        let questions = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT property_id FROM question_entry INDEXED BY question_entry_asked LIMIT ?
                    """
            ),
            arguments: [Self.countedQuestions]
        )
        while let row = try questions.next() {
            if let id = PropertyID(row, 0) { waits[id, default: none].questions += 1 }
        }
        return waits
    }

    /// Questions that are counted: more than any company leaves unanswered.
    private static let countedQuestions = 50_000
    /// Beyond it in the column `key_waiting` is nobody who waits: the year 5138.
    private static let lastWaitingKey: Int64 = -3_900_000_000_000_000_000

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
