/// Books a tour: from a lead, by phone, or for somebody who walked in.
package struct BookTour: IntentRule {
    package static let kind = "book_tour"

    package var property: PropertyID
    /// The lead it comes from; nil where there is none.
    package var conversation: ConversationID?
    /// Nil is the property's team.
    package var manager: AgentID?
    package var prospect: Prospect
    package var start: Timestamp
    package var minutes: Int
    package var type: WrittenTourType
    package var unit: String?
    /// Whether they stand in the office.
    package var isWalkIn: Bool
    /// Whether the agent saw the warnings, such as hours that nobody knows, and wants it.
    package var confirmed: Bool

    package init(
        property: PropertyID,
        conversation: ConversationID?,
        manager: AgentID?,
        prospect: Prospect,
        start: Timestamp,
        minutes: Int = 30,
        type: WrittenTourType = .inPerson,
        unit: String? = nil,
        isWalkIn: Bool = false,
        confirmed: Bool = false
    ) {
        self.property = property
        self.conversation = conversation
        self.manager = manager
        self.prospect = prospect
        self.start = start
        self.minutes = minutes
        self.type = type
        self.unit = unit
        self.isWalkIn = isWalkIn
        self.confirmed = confirmed
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        _ = try rows.required(.property, property)
        if let manager { _ = try rows.required(.propertyManager, manager) }
        try rows.requireFree(
            BookingSlot(start: .instant(start), minutes: minutes, manager: manager),
            at: property,
            start: start,
            now: act.at,
            confirmed: confirmed
        )
        let tour = act.newID("tour")
        var writes = [
            RowWrite.insert(.tours, tour, try values(act)),
            TourHistory.event(act, tour, "booked", to: start),
        ]
        guard let conversation else { return writes }
        guard try rows.property(of: conversation) == property else {
            throw Refusal(.badValue, field: "property")
        }
        writes.append(
            try TourHistory.talk(act, conversation, start: start, type: type.rawValue, rows)
        )
        return try writes + Response.writes(act, conversation, rows)
    }

    private func values(_ act: Act) throws -> [String: FieldValue] {
        [
            "conversation_id": .id(conversation), "property_id": .id(property),
            "property_manager_id": .id(manager),
            "prospect_name": try FieldRule.filled(prospect.name, "who", .tours, "prospect_name"),
            "prospect_email": try FieldRule.optional(
                prospect.email,
                "email",
                .tours,
                "prospect_email"
            ),
            "prospect_phone": try FieldRule.optional(
                prospect.phone,
                "phone",
                .tours,
                "prospect_phone"
            ),
            "unit_interest": try FieldRule.optional(unit, "unit", .tours, "unit_interest"),
            "tour_datetime": .instant(start), "duration_minutes": .integer(Int64(minutes)),
            "tour_type": .text(type.rawValue), "status": .text("scheduled"),
            "source": .text(isWalkIn ? "walk_in" : "manual"), "created_at": .instant(act.at),
        ]
    }

    /// Why a tour is cancelled whose booking is taken back: such a tour was no response to anybody.
    package static let takenBack = "booked by mistake"

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        .setTourOutcome(
            SetTourOutcome(
                tour: act.newID("tour").cast(),
                outcome: .cancelled(by: .office, reason: Self.takenBack),
                seen: "scheduled",
                restores: try conversation.map { try TalkBefore($0, rows) }
            )
        )
    }
}

/// Who comes.
package struct Prospect: Hashable, Sendable, Codable {
    package var name: String
    package var email: String?
    package var phone: String?

    package init(name: String, email: String? = nil, phone: String? = nil) {
        self.name = name
        self.email = email
        self.phone = phone
    }
}

/// How a tour is given, as it is written.
package enum WrittenTourType: String, Hashable, Sendable, Codable, CaseIterable {
    case inPerson = "in_person"
    case virtual
    case selfGuided = "self_guided"

    /// What the desk calls it.
    package var words: String { TourType(rawValue).words }
}
