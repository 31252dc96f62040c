/// Moves a tour to another time or another agent, by the same rules as booking.
package struct MoveTour: IntentRule {
    package static let kind = "move_tour"

    package var tour: TourID
    /// When the agent saw it to begin.
    package var seenStart: Timestamp
    package var start: Timestamp
    /// Nil leaves them as they are.
    package var minutes: Int?
    package var manager: Reassignment
    package var askedBy: TourSide
    package var reason: String?
    /// Whether the agent saw the warnings and wants it.
    package var confirmed: Bool

    package init(
        tour: TourID,
        seenStart: Timestamp,
        start: Timestamp,
        minutes: Int? = nil,
        manager: Reassignment = .same,
        askedBy: TourSide = .office,
        reason: String? = nil,
        confirmed: Bool = false
    ) {
        self.tour = tour
        self.seenStart = seenStart
        self.start = start
        self.minutes = minutes
        self.manager = manager
        self.askedBy = askedBy
        self.reason = reason
        self.confirmed = confirmed
    }

    /// Whose the tour becomes.
    package enum Reassignment: Hashable, Sendable, Codable {
        case same
        /// Nil is the property's team.
        case to(AgentID?)
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.tours, tour)
        guard TourStatus(record.text("status")) == .scheduled else {
            throw Refusal(.tourOver, table: .tours, row: record.id)
        }
        guard record.instant("tour_datetime") == seenStart else {
            throw Refusal(.changed, table: .tours, row: record.id)
        }
        guard seenStart > act.at else { throw Refusal(.tourOver, table: .tours, row: record.id) }
        guard let property: PropertyID = record.id("property_id") else {
            throw Refusal(.notFound, table: .property)
        }
        if case .to(let agent?) = manager { _ = try rows.required(.propertyManager, agent) }
        let minutes = minutes ?? record.integer("duration_minutes") ?? 60
        try rows.requireFree(
            BookingSlot(
                start: .instant(start),
                minutes: minutes,
                manager: agent(record),
                moving: tour
            ),
            at: property,
            start: start,
            now: act.at,
            confirmed: confirmed
        )
        return try changes(act, record, minutes, rows)
    }

    private func agent(_ record: Record) -> AgentID? {
        switch manager {
        case .same: record.id("property_manager_id")
        case .to(let agent): agent
        }
    }

    private func changes(
        _ act: Act,
        _ record: Record,
        _ minutes: Int,
        _ rows: some OfficeRows
    ) throws -> [RowWrite] {
        var writes: [RowWrite] = [
            .update(
                record,
                [
                    "tour_datetime": .instant(start), "duration_minutes": .integer(Int64(minutes)),
                    "property_manager_id": .id(agent(record)),
                ]
            ),
            TourHistory.event(
                act,
                record.id,
                "moved",
                to: start,
                [
                    "from_time": .instant(seenStart), "asked_by": .text(askedBy.rawValue),
                    "reason": try FieldRule.optional(reason, "reason", .tourEvent, "reason"),
                ]
            ),
        ]
        if let conversation: ConversationID = record.id("conversation_id"),
            try rows.row(.conversation, conversation.cast()) != nil
        {
            writes.append(
                try TourHistory.talk(act, conversation, start: start, type: nil, rows)
            )
        }
        return writes
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        let record = try rows.required(.tours, tour)
        return .moveTour(
            MoveTour(
                tour: tour,
                seenStart: start,
                start: seenStart,
                minutes: record.integer("duration_minutes"),
                manager: .to(record.id("property_manager_id")),
                askedBy: .office,
                reason: "moved by mistake",
                confirmed: true
            )
        )
    }
}

/// Who wanted it.
package enum TourSide: String, Hashable, Sendable, Codable, CaseIterable {
    case visitor
    case office
}
