import Model

/// The tours pane: a stretch of the calendar in the properties' own time.
struct ToursState: Equatable, Sendable {
    /// How the agent wants to look at it; nil is as the pane's size allows.
    private(set) var wish: TourView?
    /// The day that is looked at; nil is today.
    private(set) var chosenDay: LocalDate?
    private(set) var page: TourPage?
    private(set) var cursor = ListCursor<TourEntry>()

    /// What can be selected, in the order it is shown: requests without a time, then tours.
    private(set) var entries: [TourEntry] = []

    /// The conversation that the selected entry came from.
    var selectedConversation: ConversationID? {
        switch selected {
        case .request(let conversation): conversation
        case .tour(let id): page?.tours.first { $0.id == id }?.conversation
        case nil: nil
        }
    }

    /// The selected entry; nil where there is none.
    var selected: TourEntry? {
        guard !entries.isEmpty else { return nil }
        return entries[cursor.position(in: entries, offset: 0)]
    }

    /// The selected tour; nil where a request is selected or nothing.
    var selectedTour: TourID? {
        if case .tour(let id) = selected { id } else { nil }
    }

    /// The day of the selected tour; nil where none is.
    var selectedDay: LocalDate? {
        guard let id = selectedTour else { return nil }
        return page?.tours.first { $0.id == id }?.localStart.date
    }

    func day(today: LocalDate) -> LocalDate { chosenDay ?? today }

    /// Puts shapes in the place of what is a renter's, for drawing.
    mutating func cover(with veil: Veil) {
        page = page.map(veil.tours)
    }

    /// Takes a stretch of the calendar, if it is still the one that is wanted.
    ///
    /// The tour that is held stays selected, wherever it is held.
    mutating func take(
        _ arrived: TourPage,
        wanted: TourQuery,
        today: LocalDate,
        holding held: TourID? = nil
    ) {
        guard arrived.query == wanted else { return }
        let isNewStretch = page?.query != arrived.query
        page = arrived
        // A month's days are chosen, not its tours.
        entries =
            arrived.query.counted != nil
            ? []
            : arrived.requests.map { .request($0.conversation) }
                + arrived.tours.map { .tour($0.id) }
        if let held { return cursor.select(.tour(held), in: entries, offset: 0, rows: 1) }
        let isHere = cursor.selected.map { selected in
            if case .tour = selected { entries.contains(selected) } else { !isNewStretch }
        }
        if isHere == true || (!isNewStretch && cursor.selected != nil) {
            cursor.settle(in: entries, offset: 0)
        } else {
            selectNearest(today: today)
        }
    }

    /// Looks at the calendar in another way, at the day of the selected tour.
    mutating func show(_ view: TourView, today: LocalDate) {
        look(at: selectedDay ?? day(today: today), today: today)
        wish = view
    }

    mutating func look(at day: LocalDate, today: LocalDate) {
        guard Self.calendar.contains(day) else { return }
        chosenDay = day == today ? nil : day
    }

    /// Looks at today and selects what is nearest to it, also where its page is here already.
    mutating func moveToToday(_ today: LocalDate) {
        chosenDay = nil
        selectNearest(today: today)
    }

    mutating func move(by step: Int, rows: Int) {
        cursor.move(by: step, in: entries, offset: 0, rows: rows)
    }

    mutating func moveToFirst() {
        cursor.moveToFirst(in: entries, offset: 0)
    }

    mutating func moveToLast(rows: Int) {
        cursor.moveToLast(in: entries, offset: 0, rows: rows)
    }

    mutating func select(_ entry: TourEntry, rows: Int) {
        cursor.select(entry, in: entries, offset: 0, rows: rows)
    }

    /// Selects the first tour of the day that is looked at or after it, else the first entry.
    private mutating func selectNearest(today: LocalDate) {
        cursor = ListCursor()
        guard let page, !entries.isEmpty else { return }
        let day = day(today: today)
        if let tour = page.tours.first(where: { $0.localStart.date >= day }) {
            cursor.select(.tour(tour.id), in: entries, offset: 0, rows: 1)
        } else {
            cursor.moveToFirst(in: entries, offset: 0)
        }
    }

    /// As far as the arrows go: no tour is older than the platform or booked ten years ahead.
    static let calendar =
        LocalDate(dayNumber: 16_436)...LocalDate(dayNumber: 29_220)
}
