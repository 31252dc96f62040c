import GRDB
import Model

extension LeadRow {
    /// What `init(_:now:)` reads, in its order; `:agent` is whose announcements count.
    static let columns = """
        l.id, l.property_id, coalesce(p.name, ''), l.name, l.waiting_since, l.score, l.status,
        l.has_contact, l.has_ended, l.size, l.move_in, l.price_from, l.price_to, l.pets,
        l.last_line, l.last_sender, l.last_activity, l.scheduled_tours, l.completed_tour,
        l.wants_tour, l.open_questions, l.is_hot,
        EXISTS (SELECT 1 FROM lead_notification n WHERE n.property_manager_id = ?
            AND n.conversation_id = l.id AND n.read_at IS NULL),
        (SELECT d.claimed_by FROM lead_desk d WHERE d.id = l.id),
        EXISTS (SELECT 1 FROM overlay o WHERE o.conversation_id = l.id)
        """

    /// Nil where an id is none, which no row that was applied has.
    init?(_ row: Row, now: Timestamp) {
        guard let id = ConversationID(row, 0), let property = PropertyID(row, 1) else { return nil }
        let hasContact: Bool = row[7]
        let scheduled: String? = row[17]
        let completed: String? = row[18]
        self.init(
            id: id,
            property: property,
            propertyName: row[2],
            name: row[3],
            waitingSince: Timestamp(micros: row, 4),
            score: row[5],
            stage: Stage(
                status: row[6],
                hasContact: hasContact,
                hasScheduledTour: scheduled != nil,
                hasCompletedTour: completed != nil
            ),
            session: Session(status: row[6], hasEnded: row[8]),
            wishes: Wishes(
                size: row[9],
                moveIn: String.fromDatabaseValue(row[10]).flatMap { LocalDate($0) },
                priceFrom: row[11],
                priceTo: row[12],
                pets: row[13]
            ),
            hasContact: hasContact,
            lastLine: row[14],
            lastLineSender: String.fromDatabaseValue(row[15]).flatMap(Sender.init(rawValue:)),
            lastActivity: Timestamp(micros: row, 16),
            tour: Self.tour(scheduled: scheduled, completed: completed, now: now),
            wantsTour: row[19],
            openQuestions: row[20],
            isUnread: row[22],
            isHot: row[21],
            claimedBy: AgentID(row, 23),
            isPending: row[24]
        )
    }

    /// The next tour that is scheduled, else the last that took place, else one whose outcome
    /// nobody noted.
    private static func tour(scheduled: String?, completed: String?, now: Timestamp) -> Timestamp? {
        let times = (scheduled ?? "").split(separator: " ").compactMap { Timestamp($0) }
        return times.first { $0 >= now } ?? completed.flatMap { Timestamp($0) } ?? times.last
    }
}
