extension Booking {
    /// Up to so many times are offered.
    package static let mostOffers = 3
    /// Minutes between the times that are looked at.
    private static let step = 15
    /// When tours are offered where nobody knows the hours.
    private static let usualHours = 540..<1_080

    /// Up to three times near a wished one at which nothing stands in the way, in their order, by
    /// the same rules; where the office's hours are not known, the usual ones.
    ///
    /// First those of the wished day that are nearest and do not overlap; then the first time after
    /// that day, and the same time of the days around it. Only days whose tours are all known may
    /// be given, at most some weeks: it looks at each quarter of an hour.
    package func nearestFree(
        to slot: BookingSlot,
        within days: ClosedRange<LocalDate>
    ) -> [Timestamp] {
        guard BookingSlot.allowedMinutes.contains(slot.minutes) else { return [] }
        let wish = wall(of: slot.start)
        var offers: [Timestamp] = []
        if days.contains(wish.date) {
            let near = minutes(of: wish.date, around: wish.minuteOfDay)
            add(free(near, on: wish.date, slot), apart: slot.minutes, to: &offers)
        }
        var days = days
        if offers.count < Self.mostOffers, wish.date < days.upperBound {
            let later = max(wish.date.adding(days: 1), days.lowerBound)
            let first = (later.dayNumber...days.upperBound.dayNumber).lazy.compactMap { number in
                let day = LocalDate(dayNumber: number)
                return free(minutes(of: day), on: day, slot).first { _ in true }
            }
            let found = Array(first.prefix(1))
            add(found, apart: slot.minutes, to: &offers)
            if found.isEmpty {
                // Of the days only those before are left, if there are any.
                guard days.lowerBound < later else { return offers.sorted() }
                days = days.lowerBound...later.adding(days: -1)
            }
        }
        for day in daysAround(wish.date, days) where offers.count < Self.mostOffers {
            let near = minutes(of: day, around: wish.minuteOfDay)
            add(free(near, on: day, slot).prefix(1), apart: slot.minutes, to: &offers)
        }
        return offers.sorted()
    }

    /// The wished time, and for one that the clock skips the next that it shows.
    private func wall(of start: BookingStart) -> LocalDateTime {
        switch occurrence(of: start) {
        case .once(let instant): office.zone.local(instant)
        case .twice(let earlier, _): office.zone.local(earlier)
        case .never(_, let next): next
        }
    }

    private func add(
        _ free: some Sequence<Timestamp>,
        apart minutes: Int,
        to offers: inout [Timestamp]
    ) {
        let apart = Int64(minutes) * 60_000_000
        for start in free {
            guard offers.count < Self.mostOffers else { return }
            let isApart = offers.allSatisfy {
                abs($0.microseconds - start.microseconds) >= apart
            }
            if isApart { offers.append(start) }
        }
    }

    /// The quarters of an hour in a day's hours.
    private func minutes(of date: LocalDate) -> [Int] {
        let ranges =
            office.hours.isKnown ? office.hours.week[date.weekday.rawValue] : [Self.usualHours]
        return stride(from: 0, to: 1_440, by: Self.step)
            .filter { minute in ranges.contains { $0.contains(minute) } }
    }

    /// The same, the nearest to a minute first, and of two as near the later.
    private func minutes(of date: LocalDate, around wish: Int) -> [Int] {
        minutes(of: date).sorted { one, other in
            (abs(one - wish), -one) < (abs(other - wish), -other)
        }
    }

    private func free(
        _ minutes: [Int],
        on date: LocalDate,
        _ slot: BookingSlot
    ) -> some Sequence<Timestamp> {
        let booking = near(date)
        return minutes.lazy.compactMap { minute in
            let local = LocalDateTime(date: date, secondOfDay: minute * 60)
            guard case .once(let start) = office.zone.occurrence(of: local) else { return nil }
            var offer = slot
            offer.start = .instant(start)
            let isFree = booking.obstacles(to: offer).allSatisfy { $0 == .hoursUnknown }
            return isFree ? start : nil
        }
    }

    /// The same rules with only the tours that may touch one on a day: no tour, and no buffer, is
    /// longer than a day.
    private func near(_ date: LocalDate) -> Booking {
        let noon = office.zone.instant(LocalDateTime(date: date, secondOfDay: 43_200))
        let reach = Duration.seconds(3 * 86_400)
        let near = noon.advanced(by: .zero - reach)...noon.advanced(by: reach)
        return Booking(office: office, tours: tours.filter { near.contains($0.start) }, now: now)
    }

    /// The day before, the day after, two days before … as far as days are given.
    private func daysAround(_ day: LocalDate, _ days: ClosedRange<LocalDate>) -> [LocalDate] {
        let farthest = max(
            day.dayNumber - days.lowerBound.dayNumber,
            days.upperBound.dayNumber - day.dayNumber
        )
        guard farthest > 0 else { return [] }
        return (1...farthest).flatMap { [day.adding(days: -$0), day.adding(days: $0)] }
            .filter(days.contains)
    }
}
