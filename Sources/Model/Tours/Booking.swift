/// The rules of booking: what stands in the way of a tour.
///
/// One function of values, so that the terminal says while one types what the hub decides in its
/// transaction.
package struct Booking: Sendable {
    package let office: BookingOffice
    /// By their beginnings.
    let tours: [BookedTour]
    package let now: Timestamp

    /// Takes, for every day that is asked about, the tours of the office's agents and of the wished
    /// manager, at any property, and the unassigned ones of this property; tours of others and of
    /// any status do no harm.
    package init(office: BookingOffice, tours: [BookedTour], now: Timestamp) {
        self.office = office
        self.tours = tours.filter { $0.holding != .free }
            .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
        self.now = now
    }

    /// All that stands in the way, what forbids and what only warns; empty is free.
    ///
    /// In the order of time, office, people. Linear in the tours.
    package func obstacles(to slot: BookingSlot) -> [BookingObstacle] {
        var obstacles: [BookingObstacle] = []
        let isLengthAllowed = BookingSlot.allowedMinutes.contains(slot.minutes)
        if !isLengthAllowed { obstacles.append(.duration(minutes: slot.minutes)) }
        switch occurrence(of: slot.start) {
        case .never(let last, let next):
            obstacles.append(.skipped(last: last, next: next))
        case .twice(let earlier, let later):
            obstacles.append(.shownTwice(earlier: earlier, later: later))
        case .once(let start):
            obstacles += lateness(of: start)
            let minutes = isLengthAllowed ? slot.minutes : BookingSlot.allowedMinutes.lowerBound
            let span = start..<start.advanced(by: .seconds(minutes * 60))
            obstacles += closings(span)
            obstacles += conflicts(span, slot)
            if let full = fullness(span, slot) { obstacles.append(full) }
        }
        return obstacles
    }

    /// When a tour is wished, on the property's wall.
    func occurrence(of start: BookingStart) -> Occurrence {
        switch start {
        case .instant(let instant): .once(instant)
        case .wall(let local): office.zone.occurrence(of: local)
        }
    }

    private func lateness(of start: Timestamp) -> [BookingObstacle] {
        if start < now.minute { return [.past] }
        let earliest = now.minute.advanced(by: .seconds(office.noticeMinutes * 60))
        return start < earliest ? [.tooSoon(earliest: earliest)] : []
    }

    private func closings(_ span: Range<Timestamp>) -> [BookingObstacle] {
        let start = office.zone.local(span.lowerBound)
        let closing = office.holidays.closing(on: start.date)
        if let closing, closing.isCertain { return [.holiday(closing)] }
        let unsure = closing.map { [BookingObstacle.holiday($0)] } ?? []
        guard office.hours.isKnown else { return unsure + [.hoursUnknown] }
        let end = office.zone.local(span.upperBound)
        guard !office.hours.isOpen(from: start, to: end) else { return unsure }
        return unsure + [.closed(open: office.hours.week[start.date.weekday.rawValue])]
    }
}

// The people.
extension Booking {
    /// The tours of the wished manager that are in the way.
    private func conflicts(_ span: Range<Timestamp>, _ slot: BookingSlot) -> [BookingObstacle] {
        guard let manager = slot.manager else { return [] }
        return others(than: slot).filter { $0.manager == manager }.compactMap { tour in
            if tour.start < span.upperBound, span.lowerBound < tour.end {
                return .overlap(tour)
            }
            guard tour.holding == .held, isNear(tour, span) else { return nil }
            return .tooClose(tour, bufferMinutes: office.bufferMinutes)
        }
    }

    /// Whether nobody of the team would be left at some moment of the tour.
    ///
    /// A count, no plan of who gives which: an agent with two tours at once is one agent. An
    /// unassigned tour must be given by one person to its end: whoever is busy in any part of it
    /// cannot; other unassigned tours can be given by anybody, and count moment by moment.
    private func fullness(_ span: Range<Timestamp>, _ slot: BookingSlot) -> BookingObstacle? {
        if let manager = slot.manager, !office.agents.contains(manager) { return nil }
        let held = others(than: slot).filter { $0.holding == .held && isNear($0, span) }
        let given = held.filter { tour in
            tour.manager.map { $0 != slot.manager && office.agents.contains($0) } ?? false
        }
        let unassigned = held.filter { $0.manager == nil && $0.property == office.property }
        let capacity = max(1, office.agents.count)
        let buffer = office.bufferMinutes
        let starts = (given + unassigned).map { max($0.start, span.lowerBound) }
        for moment in Set(starts).sorted() {
            func isOn(_ tour: BookedTour) -> Bool {
                tour.span(bufferMinutes: buffer).contains(moment)
            }
            let busy = slot.manager == nil ? given : given.filter(isOn)
            let open = unassigned.filter(isOn)
            if Set(busy.map(\.manager)).count + open.count >= capacity {
                let tours = (busy + open).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
                return .nobodyFree(agents: office.agents.count, tours: tours)
            }
        }
        return nil
    }

    private func others(than slot: BookingSlot) -> some Sequence<BookedTour> {
        tours.lazy.filter { $0.id != slot.moving }
    }

    /// Whether one person cannot give both, the buffer between them kept.
    private func isNear(_ tour: BookedTour, _ span: Range<Timestamp>) -> Bool {
        let buffer = Duration.seconds(office.bufferMinutes * 60)
        return tour.start < span.upperBound.advanced(by: buffer)
            && span.lowerBound < tour.end.advanced(by: buffer)
    }
}
