/// The days on which an office is closed beside its usual week.
///
/// The platform has no column for them. Until a property says otherwise, the six holidays on which
/// nearly every leasing office is closed are taken for closed; of the others, and of the weekdays
/// on which federal offices keep a holiday that falls on a weekend, nothing is known.
package struct Holidays: Hashable, Sendable {
    /// What an office does on a holiday.
    package enum Observance: Hashable, Sendable {
        case open
        case closed
        case unknown
    }

    /// Overrides what is usual on a holiday, in every year.
    package var federal: [FederalHoliday: Observance]
    /// Days that are closed whatever the calendar says.
    package var closed: Set<LocalDate>
    /// Days that are open whatever the calendar says; they win over `closed`.
    package var open: Set<LocalDate>

    package init(
        federal: [FederalHoliday: Observance] = [:],
        closed: Set<LocalDate> = [],
        open: Set<LocalDate> = []
    ) {
        self.federal = federal
        self.closed = closed
        self.open = open
    }

    /// Why an office is closed on a day, or may be; nil where no holiday speaks against it.
    package func closing(on date: LocalDate) -> Closing? {
        if open.contains(date) { return nil }
        if closed.contains(date) {
            return Closing(holiday: FederalHoliday.on(date), isCertain: true)
        }
        if let holiday = FederalHoliday.on(date) {
            return closing(holiday, observance(of: holiday))
        }
        guard let holiday = FederalHoliday.keptInstead(on: date) else { return nil }
        let observance = observance(of: holiday)
        return closing(holiday, observance == .closed ? .unknown : observance)
    }

    private func closing(_ holiday: FederalHoliday, _ observance: Observance) -> Closing? {
        observance == .open ? nil : Closing(holiday: holiday, isCertain: observance == .closed)
    }

    private func observance(of holiday: FederalHoliday) -> Observance {
        federal[holiday] ?? (Self.usuallyClosed.contains(holiday) ? .closed : .unknown)
    }

    private static let usuallyClosed: Set<FederalHoliday> = [
        .newYear, .memorial, .independence, .labor, .thanksgiving, .christmas,
    ]
}

/// Why an office is closed on one day.
package struct Closing: Hashable, Sendable {
    /// Nil where the property says that it is closed, and why is its own.
    package var holiday: FederalHoliday?
    /// False where the office may be open: nobody has said.
    package var isCertain: Bool

    package init(holiday: FederalHoliday?, isCertain: Bool) {
        self.holiday = holiday
        self.isCertain = isCertain
    }
}
