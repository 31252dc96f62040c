/// Hands an agent's tours, questions and leads to another in one step: somebody is ill.
///
/// Every tour is held against the other's tours anew; where one does not fit, nothing is handed
/// over.
package struct CoverAbsence: IntentRule {
    package static let kind = "cover_absence"

    /// Nil is the property's team: so what went to it comes back.
    package var from: AgentID?
    /// Nil is the property's team.
    package var to: AgentID?
    package var tours: [TourID]
    package var tasks: [RowID]
    package var leads: [ConversationID]

    package init(
        from: AgentID?,
        to: AgentID?,
        tours: [TourID],
        tasks: [RowID],
        leads: [ConversationID]
    ) {
        self.from = from
        self.to = to
        self.tours = tours
        self.tasks = tasks
        self.leads = leads
    }

    package func writes(_ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        try FieldRule.few(tours.count + tasks.count + leads.count, "rows")
        guard from != to else { throw Refusal(.badValue, field: "agent") }
        if let to {
            _ = try rows.required(.propertyManager, to)
            try refuseOverlaps(rows)
        }
        return try tours.flatMap { try handOver(tour: $0, act, rows) }
            + tasks.map { try handOver(task: $0, rows) }
            + leads.map { try handOver(lead: $0, act, rows) }
    }

    /// What keeps an agent from giving a tour at its time; nil where nothing does.
    ///
    /// Other tours alone count: when it is was agreed upon, whatever the office's hours are by now.
    package static func obstacle(
        to tour: BookedTour,
        for agent: AgentID?,
        at now: Timestamp,
        _ rows: some OfficeRows
    ) throws -> String? {
        let booking = try rows.booking(
            at: tour.property,
            manager: agent,
            around: tour.start,
            now: min(now, tour.start)
        )
        let slot = BookingSlot(
            start: .instant(tour.start),
            minutes: tour.minutes,
            manager: agent,
            moving: tour.id
        )
        let obstacle = booking.obstacles(to: slot).first { $0.isAboutTours && $0.forbids }
        return obstacle?.words(in: booking.office.zone)
    }

    /// Each tour is held against what the other has; that none of them overlaps another of those
    /// that are handed over is seen here.
    private func refuseOverlaps(_ rows: some OfficeRows) throws {
        let booked = try tours.compactMap { BookedTour(try rows.required(.tours, $0)) }
            .sorted { $0.start < $1.start }
        var end: Timestamp?
        for tour in booked {
            if let end, tour.start < end {
                throw Refusal(
                    .slot,
                    field: "when",
                    table: .tours,
                    row: tour.id.cast(),
                    detail: "Two of the tours are at the same time."
                )
            }
            end = max(end ?? tour.end, tour.end)
        }
    }

    private func handOver(tour: TourID, _ act: Act, _ rows: some OfficeRows) throws -> [RowWrite] {
        let record = try rows.required(.tours, tour)
        guard record.id("property_manager_id") == from,
            TourStatus(record.text("status")) == .scheduled, let booked = BookedTour(record)
        else { throw Refusal(.changed, table: .tours, row: record.id) }
        if let words = try Self.obstacle(to: booked, for: to, at: act.at, rows) {
            throw Refusal(.slot, field: "when", table: .tours, row: record.id, detail: words)
        }
        let index = tours.firstIndex(of: tour) ?? 0
        let event = TourHistory.event(
            act,
            record.id,
            "moved",
            to: booked.start,
            ["from_time": .instant(booked.start), "reason": .text("absence")]
        )
        return [
            .update(record, ["property_manager_id": .id(to)]),
            .insert(.tourEvent, act.newID("event", index), event.values),
        ]
    }

    private func handOver(task: RowID, _ rows: some OfficeRows) throws -> RowWrite {
        let record = try rows.required(.tasks, task)
        guard record.id("assigned_to") == from else {
            throw Refusal(.changed, table: .tasks, row: task)
        }
        return .update(record, ["assigned_to": .id(to)])
    }

    private func handOver(
        lead: ConversationID,
        _ act: Act,
        _ rows: some OfficeRows
    ) throws -> RowWrite {
        guard let desk = try rows.desk(of: lead), desk.id("claimed_by") == from else {
            throw Refusal(.changed, table: .leadDesk, row: lead.cast())
        }
        let at: FieldValue = to == nil ? .null : .instant(act.at)
        return .update(
            desk,
            LeadDesk.voice(desk, from: from, to: to, act)
                .merging(["claimed_by": .id(to), "claimed_at": at]) { $1 }
        )
    }

    package func inverse(_ act: Act, _ rows: some OfficeRows) throws -> Intent? {
        .coverAbsence(CoverAbsence(from: to, to: from, tours: tours, tasks: tasks, leads: leads))
    }
}
