// What the rules of booking are told, read from rows.
extension OfficeRows {
    /// What a property says of its tours.
    package func bookingOffice(_ property: PropertyID, at now: Timestamp) throws -> BookingOffice {
        let record = try required(.property, property)
        let settings = try rows(.propertySettings, where: "property_id", is: property.cast()).first
        let zone =
            settings?.text("time_zone").flatMap { Zone($0) }
            ?? Zone.guess(
                state: record.text("state") ?? "",
                zip: record.text("zip_code") ?? ""
            )
        let chatbot = try rows(.chatbot, where: "property_id", is: property.cast()).first
        let hours = chatbot?.text("business_hours") ?? record.text("chatbot_business_hours")
        return BookingOffice(
            property: property,
            zone: zone,
            hours: hours.map { OpeningHours.parse($0) } ?? .unknown,
            bufferMinutes: settings?.integer("buffer_minutes") ?? 0,
            noticeMinutes: settings?.integer("notice_minutes") ?? 0,
            agents: try agents(of: property, on: zone.local(now).date)
        )
    }

    /// Those whose assignment to the property counts on that day.
    func agents(of property: PropertyID, on day: LocalDate) throws -> Set<AgentID> {
        let assignments = try rows(
            .propertyManagerAssignment,
            where: "property_id",
            is: property.cast()
        )
        let valid = assignments.filter { assignment in
            guard let start = assignment.text("start_date"), start <= day.text else { return false }
            return assignment.text("end_date").map { day.text <= $0 } ?? true
        }
        return Set(valid.compactMap { $0.id("property_manager_id") })
    }

    /// The rules of booking around a time, with all tours that may be in the way.
    package func booking(
        at property: PropertyID,
        manager: AgentID?,
        around start: Timestamp,
        now: Timestamp
    ) throws -> Booking {
        let office = try bookingOffice(property, at: now)
        let day = Duration.seconds(86_400)
        let tours = try tours(
            of: office.agents.union(manager.map { [$0] } ?? []),
            at: property,
            between: start.advanced(by: .zero - day)..<start.advanced(by: day)
        )
        return Booking(office: office, tours: tours.compactMap(BookedTour.init), now: now)
    }

    /// Refuses a time that is not free; warnings pass where the agent has confirmed them.
    func requireFree(
        _ slot: BookingSlot,
        at property: PropertyID,
        start: Timestamp,
        now: Timestamp,
        confirmed: Bool
    ) throws {
        let booking = try booking(at: property, manager: slot.manager, around: start, now: now)
        let obstacles = booking.obstacles(to: slot)
        guard let obstacle = obstacles.first(where: { $0.forbids || !confirmed }) else { return }
        let words = obstacle.words(in: booking.office.zone)
        let name = try obstacle.tour.flatMap { try booker(of: $0.id) }
        throw Refusal(
            obstacle.isAboutTours ? .slot : .badValue,
            field: "when",
            table: .tours,
            row: obstacle.tour?.id.cast(),
            detail: name.map { "\(words.dropLast()); \($0) was there first." } ?? words
        )
    }

    /// The agent who last gave a tour its time; nil where that was no agent, and where the tour is
    /// not for this one to see.
    private func booker(of tour: TourID) throws -> String? {
        let events = try rows(.tourEvent, where: "tour_id", is: tour.cast())
            .filter { $0.text("to_time") != nil }
        let last = events.max { ($0.text("created_at") ?? "") < ($1.text("created_at") ?? "") }
        guard let agent: AgentID = last?.id("property_manager_id"),
            let record = try row(.propertyManager, agent.cast())
        else { return nil }
        let name = [record.text("first_name"), record.text("last_name")].compactMap(\.self)
            .joined(separator: " ")
        return name.isEmpty ? nil : name
    }
}

extension BookedTour {
    /// A row of `tours`; nil where it has no property or no time.
    package init?(_ record: Record) {
        guard let property: PropertyID = record.id("property_id"),
            let start = record.instant("tour_datetime")
        else { return nil }
        self.init(
            id: record.id.cast(),
            property: property,
            manager: record.id("property_manager_id"),
            start: start,
            minutes: record.integer("duration_minutes") ?? 60,
            status: TourStatus(record.text("status"))
        )
    }
}
