import GRDB
import Model

/// A filter as a condition of SQL over `lead l` and `property p`.
struct LeadFilterSQL {
    /// True for every lead where the filter is empty.
    let condition: SQL
    /// Whether every lead passes.
    let isEmpty: Bool
    /// Whether words leave so few leads that sorting them beats walking an index.
    let isSelective: Bool

    init(_ filter: LeadFilter, _ db: Database, now: Timestamp, agent: AgentID) throws {
        var parts = filter.conditions.map { Self.condition($0, now: now, agent: agent) }
        var isSelective = false
        if let expression = SearchText.expression(filter.words) {
            let found = try Int.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT count(*) FROM (
                            SELECT 1 FROM lead_text WHERE lead_text MATCH ? LIMIT ?)
                        """
                ),
                arguments: [expression, Self.fewLeads]
            )
            isSelective = (found ?? 0) < Self.fewLeads
            // A plus keeps the planner from walking the other way than it is told to.
            parts.append(
                """
                l.seq IN (SELECT rowid FROM lead_text WHERE lead_text MATCH \(expression))
                """
            )
        }
        self.isSelective = isSelective
        isEmpty = parts.isEmpty
        condition = parts.isEmpty ? "TRUE" : parts.joined(separator: " AND ")
    }

    private static let fewLeads = 2_000

    private static func condition(
        _ condition: LeadCondition,
        now: Timestamp,
        agent: AgentID
    ) -> SQL {
        switch condition {
        case .hot: return "l.is_hot"
        case .waiting: return "l.waiting_since IS NOT NULL"
        case .unread:
            return """
                l.id IN (SELECT n.conversation_id FROM lead_notification n
                    WHERE n.property_manager_id = \(agent.data) AND n.read_at IS NULL)
                """
        case .pets: return "l.pets"
        case .hasContact: return "l.has_contact"
        case .stage(let word): return "l.stage = \(word)"
        case .property(let part): return "instr(lower(p.name), lower(\(part)))"
        case .scoreAbove(let score): return "l.score > \(score)"
        case .scoreBelow(let score): return "l.score < \(score)"
        case .sinceHours(let hours):
            let start = now.advanced(by: .seconds(-hours * 3_600)).microseconds
            return "l.last_activity >= \(start)"
        case .bedrooms(let count): return "l.bedrooms = \(count)"
        // A plus keeps the planner on the order's index.
        case .at(let property): return "+l.property_id = \(property.data)"
        }
    }
}
