import Model
import Screen

// Moving a tour by hand.
extension DeskState {
    /// The tour that is held; nil where none is.
    var grab: TourGrab? { if case .grabbing(let grab) = mode { grab } else { nil } }

    /// The commands that move a tour by hand.
    mutating func runInGrab(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .grabTour: grabTour()
        case .letGo: letGo()
        case .grabUp: moveGrab { $0.move(quarters: -1) }
        case .grabDown: moveGrab { $0.move(quarters: 1) }
        case .grabHourUp: moveGrab { $0.move(quarters: -4) }
        case .grabHourDown: moveGrab { $0.move(quarters: 4) }
        case .grabLeft: moveGrab { $0.move(days: -1) }
        case .grabRight: moveGrab { $0.move(days: 1) }
        case .dropTour: return dropTour(confirmed: false)
        case .dropAnyway: return dropTour(confirmed: true)
        // `run` sends no other here.
        default: break
        }
        return []
    }

    private mutating func grabTour() {
        guard let tour = selectedTour else { return }
        // A calendar that is here is not read again, so it stays.
        if booking?.query.property != tour.property { booking = nil }
        mode = .grabbing(TourGrab(tour, in: zone(of: tour.property)))
        tours.look(at: tour.localStart.date, today: today)
    }

    /// Moves the tour that is held; the calendar goes with it.
    mutating func moveGrab(_ change: (inout TourGrab) -> Void) {
        guard case .grabbing(var grab) = mode, grab.sending == nil else { return }
        change(&grab)
        mode = .grabbing(grab)
        tours.look(at: grab.localStart.date, today: today)
    }

    /// Takes the next of the times nearby that are free.
    mutating func pickFreeForGrab() {
        guard let grab else { return }
        let check = BookingCheck(grab, self)
        guard !check.offers.isEmpty else { return }
        let next = check.offers.first { $0.start > grab.start } ?? check.offers[0]
        moveGrab { $0.move(to: next.start) }
    }

    /// Drops the tour where it is held, unless something stands in the way.
    mutating func dropTour(confirmed: Bool) -> [DeskEffect] {
        guard case .grabbing(var grab) = mode, grab.sending == nil else { return [] }
        guard grab.isMoved else {
            letGo()
            notice = Notice(text: "It stays where it is.")
            return []
        }
        // Its words are said below: no name of a renter while they are hidden.
        let check = BookingCheck(grab, covered)
        guard check.isChecked else {
            notice = Notice(text: "The calendar is still being read; press it again.")
            return []
        }
        if let obstacle = check.obstacles.first(where: { $0.forbids || !confirmed }) {
            let way = obstacle.forbids ? "" : " \(key(.dropAnyway)) moves it all the same."
            notice = Notice(text: obstacle.words + way)
            return []
        }
        let intent = Intent.moveTour(
            MoveTour(
                tour: grab.tour.id,
                seenStart: grab.tour.start,
                start: grab.start,
                confirmed: confirmed
            )
        )
        grab.sending = intent
        mode = .grabbing(grab)
        return [.write(intent)]
    }

    /// Leaves the tour where it was.
    mutating func letGo() {
        guard let grab else { return }
        mode = .panes
        tours.look(at: grab.tour.localStart.date, today: today)
    }

    /// The tour that is held is shown where it was dropped.
    mutating func grabWritten(_ intent: Intent) {
        guard let grab, grab.sending == intent else { return }
        mode = .panes
    }

    /// The tour that is held stays in the hand; false where it was another write.
    mutating func grabRefused(_ intent: Intent, _ refusal: Refusal) -> Bool {
        guard case .grabbing(var grab) = mode, grab.sending == intent else { return false }
        grab.sending = nil
        mode = .grabbing(grab)
        notice = Notice(text: refusal.words)
        return true
    }

    /// Lets a tour go that somebody else has moved, cancelled or given meanwhile.
    mutating func checkGrab(against page: TourPage) {
        guard let grab, grab.sending == nil,
            let tour = page.tours.first(where: { $0.id == grab.tour.id }),
            tour.start != grab.tour.start || tour.status != grab.tour.status
        else { return }
        mode = .panes
        notice = Notice(text: "Somebody else has changed this tour meanwhile.")
    }

    /// The page as it is shown: with the tour that is held where it is held.
    var shownTours: TourPage? {
        guard var page = tours.page, let grab else { return tours.page }
        page.requests = []
        page.tours.removeAll { $0.id == grab.tour.id }
        let row = grab.row
        if (page.query.from..<page.query.to).contains(row.localStart.date) {
            let place = page.tours.firstIndex { TourRow.standsBefore(row, $0) }
            page.tours.insert(row, at: place ?? page.tours.count)
        }
        return page
    }

    /// Where the tour is held, and what stands in the way.
    func grabLines(room: Int) -> [Line] {
        guard let grab else { return [] }
        let check = BookingCheck(grab, self)
        var first = Line(room: room)
        first.add(.blanks(1))
        first.add(DisplayText(outside: grab.tour.prospect).fitted(to: max(1, room / 3)), .name)
        first.add(DisplayText(outside: "  \(check.meaning ?? "")"), .accent)
        if grab.isMoved, room > 70 {
            let from = "  \(glyphs.separator) was \(Words.time(grab.tour.localStart))"
            first.add(DisplayText(outside: from), .muted)
        }
        var second = Line(room: room)
        second.add(.blanks(1))
        let (words, role) = grabWords(grab, check)
        second.add(DisplayText(outside: words), role)
        return [first, second]
    }

    private func grabWords(_ grab: TourGrab, _ check: BookingCheck) -> (String, Role) {
        guard check.isChecked else { return ("reading the calendar…", .muted) }
        guard grab.isMoved else { return ("The arrows move it.", .muted) }
        guard let first = check.obstacles.first else { return ("\(glyphs.check) free", .good) }
        let obstacles = check.obstacles.map(\.words).joined(separator: " ")
        guard first.forbids || check.obstacles.contains(where: \.forbids) else {
            return ("! \(obstacles) \(key(.dropAnyway)) moves it all the same.", .waiting)
        }
        return ("\(glyphs.cross) \(obstacles)", .problem)
    }

    /// The free times nearby, for the foot of the pane.
    var grabFootnote: String {
        guard let grab else { return "" }
        let check = BookingCheck(grab, self)
        guard !check.offers.isEmpty else { return "" }
        let offers = check.offers.map(\.words).joined(separator: " \(glyphs.separator) ")
        return "nearest free: \(offers)   \(key(.pickFree)) takes one"
    }
}

extension DeskState {
    /// The calendar that is looked at for what stands in the way: four weeks from today on, or
    /// around the day that is wished.
    var bookingQuery: BookingQuery? {
        guard let property = form?.purpose.property ?? grab?.tour.property ?? menuProperty else {
            return nil
        }
        let today = zone(of: property).local(now).date
        let wished = form.flatMap { wish(of: $0)?.local.date } ?? grab?.localStart.date ?? today
        // In steps of a week, so that not every key reads another stretch.
        let isNear = (0...Self.bookingDays - 7).contains(wished.dayNumber - today.dayNumber)
        let first = isNear ? today : wished.monday.adding(days: -7)
        return BookingQuery(
            property: property,
            from: first,
            to: first.adding(days: Self.bookingDays)
        )
    }

    /// The time that is typed into a form which books or moves; nil where none is.
    func wish(of form: Form) -> DateEntry? {
        guard let property = form.purpose.property, let words = form.filled("when") else {
            return nil
        }
        let zone = zone(of: property)
        let moving = form.purpose.movedFrom
        return try? DateEntry.parse(words, now: now, in: zone, moving: moving).get()
    }

    private static let bookingDays = 29
}
