import GRDB
import Model

// What an absence leaves behind.
extension PageBuilder {
    func absence(_ query: AbsenceQuery) throws -> AbsencePage {
        var page = AbsencePage(query: query, agents: try agentsOfToday())
        guard let away = query.from else { return page }
        page.tours = try tours(of: away, query)
        // Both are few: what waits, and what somebody has claimed.
        page.tasks = try ids(
            """
            SELECT id FROM tasks WHERE assigned_to = ? AND task_state(status, answer) = 'pending'
            ORDER BY created_at, id LIMIT ?
            """,
            of: away
        )
        page.leads = try ids(
            "SELECT id FROM lead_desk WHERE claimed_by = ? ORDER BY claimed_at, id LIMIT ?",
            of: away
        ).map { $0.cast() }
        return page
    }

    /// Whoever's assignment to one of the agent's properties counts today.
    private func agentsOfToday() throws -> [AgentName] {
        let rows = ReplicaRows(db: db)
        // Who works anywhere works: the day begins in the east and ends in Honolulu.
        let zone = Zone("Pacific/Honolulu") ?? .utc
        let (begun, ending) = (Zone.utc.local(now).date.text, zone.local(now).date.text)
        let assigned = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT property_manager_id FROM property_manager_assignment
                    WHERE start_date <= ? AND (end_date IS NULL OR end_date >= ?)
                    """
            ),
            arguments: [begun, ending]
        )
        return try assigned.compactMap { try agentName(AgentID($0, 0), rows) }.sortedByName()
    }

    private func tours(of away: AgentID, _ query: AbsenceQuery) throws -> [AbsentTour] {
        let rows = ReplicaRows(db: db)
        let all = try TourBook(db).tours(of: away, from: now, until: query.until)
        var ends: Timestamp?
        return try all.filter { $0.status == .scheduled }.prefix(Self.toursHandedOver).map { tour in
            let booked = BookedTour(tour)
            var obstacle = try CoverAbsence.obstacle(to: booked, for: query.to, at: now, rows)
            if obstacle == nil, query.to != nil {
                // Of two at once only one can be taken by one person.
                if let ends, booked.start < ends { obstacle = "Another of them is then." }
                if obstacle == nil { ends = max(ends ?? booked.end, booked.end) }
            }
            return AbsentTour(tour: tour, obstacle: obstacle)
        }
    }

    private func ids(_ sql: String, of agent: AgentID) throws -> [RowID] {
        try Row.fetchAll(
            db.cachedStatement(sql: sql),
            arguments: [agent.data, FieldRule.mostRows / 3]
        ).compactMap { RowID($0, 0) }
    }

    /// A third of what one intent may name; the rest is a second absence.
    private static let toursHandedOver = FieldRule.mostRows / 3
}
