import Model

/// The beginning of a shift: what came in, today's tours, missing outcomes, as one list.
struct ShiftState: Equatable, Sendable {
    /// When the desk was left last; nil where nobody knows.
    var left: Timestamp?
    private(set) var page: ShiftPage?
    private(set) var cursor = ListCursor<ShiftRow>()

    /// What came in counts from when the desk was left, else from the day before.
    func query(today: LocalDate, now: Timestamp, zone: Zone) -> ShiftQuery {
        let yesterday = zone.instant(
            LocalDateTime(date: today.adding(days: -1), secondOfDay: 0)
        )
        return ShiftQuery(since: left.map { min($0, now) } ?? yesterday, day: today)
    }

    /// Everything that can be selected, in the order of the screen.
    var rows: [ShiftRow] {
        guard let page else { return [] }
        return page.missing.map { .missing($0.id) } + page.tours.map { .tour($0.id) }
            + page.leads.map { .lead($0.id) } + page.questions.map { .question($0.id) }
    }

    var selected: ShiftRow? {
        let rows = rows
        return rows.isEmpty ? nil : rows[cursor.position(in: rows, offset: 0)]
    }

    /// The tour under the cursor.
    var selectedTour: TourRow? {
        switch selected {
        case .missing(let id): page?.missing.first { $0.id == id }
        case .tour(let id): page?.tours.first { $0.id == id }
        case .lead, .question, nil: nil
        }
    }

    mutating func lose() {
        page = nil
    }

    /// Puts shapes in the place of what is a renter's, for drawing.
    mutating func cover(with veil: Veil) {
        page = page.map(veil.shift)
    }

    mutating func take(_ arrived: ShiftPage) {
        page = arrived
        cursor.settle(in: rows, offset: 0)
    }

    mutating func select(_ row: ShiftRow) {
        cursor.select(row, in: rows, offset: 0, rows: 1)
    }

    mutating func move(_ step: Step, rows count: Int) {
        let rows = rows
        if let step = step.rows(of: count) {
            cursor.move(by: step, in: rows, offset: 0, rows: count)
        } else if step == .first {
            cursor.moveToFirst(in: rows, offset: 0)
        } else {
            cursor.moveToLast(in: rows, offset: 0, rows: count)
        }
    }
}

/// Something that a shift begins with.
enum ShiftRow: Hashable, Sendable {
    case missing(TourID)
    case tour(TourID)
    case lead(ConversationID)
    case question(QuestionID)
}
