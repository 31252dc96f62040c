import Model

/// The leads pane: a window into an ordered, filtered list, and a selection in it.
struct LeadsState: Equatable, Sendable {
    /// What is asked of the replica; its anchor moves only when the selection nears an end of the
    /// window.
    private(set) var query = LeadQuery()
    private(set) var page: LeadPage?
    private(set) var cursor = ListCursor<ConversationID>()
    /// What the filter field holds; kept when the field is left.
    private(set) var filterText = ""
    /// The property that the desk is narrowed to, whatever is typed.
    private var property: PropertyID?
    /// Why the last text typed is no filter; the list keeps the last one that was.
    private(set) var problem: FilterProblem?
    /// Whether the agent has not moved yet, or went back to the top: then the list shows its top,
    /// whatever arrives.
    private(set) var isAtTop = true
    /// Where to go when the window that was asked for arrives.
    private var destination: Destination?

    private enum Destination: Equatable, Sendable {
        case last
        case firstWaiting
    }

    var rows: [LeadRow] { page?.rows ?? [] }
    var selected: LeadRow? {
        guard let page, !page.rows.isEmpty else { return nil }
        return page.rows[cursor.position(in: ids, offset: page.offset)]
    }
    /// Whether the rows are still those of another filter or order than the last that was wanted.
    var isBehind: Bool {
        guard let page else { return false }
        return page.query.filter != query.filter || page.query.order != query.order
    }
    private var ids: [ConversationID] { rows.map(\.id) }
    private var offset: Int { page?.offset ?? 0 }

    /// Leads that wait since the last look: marked until somebody presses a key or the minute
    /// turns.
    private(set) var fresh: Set<ConversationID> = []

    /// Takes a window, if it is still the list that is wanted; `isLive` tells how many are new in
    /// it, and `marks` marks them.
    @discardableResult
    mutating func take(_ arrived: LeadPage, isLive: Bool = false, marks: Bool = false) -> Int {
        guard arrived.query.filter == query.filter, arrived.query.order == query.order else {
            return 0
        }
        let newcomers = isLive ? newcomers(in: arrived) : 0
        if isLive, marks { mark(arrived) }
        page = arrived
        if isAtTop, arrived.offset == 0 {
            cursor.moveToFirst(in: ids, offset: 0)
        }
        if destination == .last, arrived.query.anchor == .last {
            cursor.moveToLast(in: ids, offset: offset, rows: .max)
            destination = nil
        }
        cursor.settle(in: ids, offset: offset)
        if destination == .firstWaiting, arrived.offset == 0 {
            destination = nil
            if let row = rows.first(where: { $0.waitingSince != nil }) { select(row.id, rows: 1) }
        }
        return newcomers
    }

    /// How many in the same window have begun to wait after everybody who waited in it.
    private func newcomers(in arrived: LeadPage) -> Int {
        guard let page, page.query.filter == arrived.query.filter,
            page.query.order == arrived.query.order, page.offset == arrived.offset,
            let last = page.rows.compactMap(\.waitingSince).max()
        else { return 0 }
        let known = Set(page.rows.map(\.id))
        return arrived.rows.count { row in
            guard let since = row.waitingSince, since > last else { return false }
            let isSame = known.contains(row.id)
            return !isSame || page.rows.contains { $0.id == row.id && $0.waitingSince == nil }
        }
    }

    /// Puts shapes in the place of what is a renter's, for drawing.
    mutating func cover(with veil: Veil) {
        let shapes = rows.map(veil.lead)
        page?.rows = shapes
        filterText = veil.filter(filterText)
    }

    /// Nobody is new any more.
    mutating func calm() {
        fresh = []
    }

    /// Marks those who wait and did not, or were not there, among the rows of the same window.
    private mutating func mark(_ arrived: LeadPage) {
        guard let page, page.query.filter == arrived.query.filter,
            page.query.order == arrived.query.order, page.offset == arrived.offset
        else { return }
        let waited = Set(page.rows.lazy.filter { $0.waitingSince != nil }.map(\.id))
        fresh.formUnion(
            arrived.rows.lazy.filter { $0.waitingSince != nil && !waited.contains($0.id) }
                .map(\.id)
        )
    }

    /// The rows of the replica changed: the window follows the selection.
    mutating func replicaChanged() {
        guard destination == nil else { return }
        query.anchor = isAtTop ? .first : cursor.selected.map { .around($0) } ?? .first
    }

    /// Moves the selection; `rows` is how many the pane shows.
    mutating func move(by step: Int, rows: Int) {
        guard !self.rows.isEmpty else { return }
        cursor.move(by: step, in: ids, offset: offset, rows: rows)
        isAtTop = false
        readOn(rows: rows)
    }

    mutating func moveToFirst() {
        isAtTop = true
        destination = nil
        if offset == 0 { cursor.moveToFirst(in: ids, offset: 0) }
        query.anchor = .first
    }

    mutating func moveToLast(rows: Int) {
        guard let page else { return }
        isAtTop = false
        if offset + page.rows.count >= page.total {
            cursor.moveToLast(in: ids, offset: offset, rows: rows)
        } else {
            query.anchor = .last
            destination = .last
        }
    }

    mutating func select(_ id: ConversationID, rows: Int) {
        isAtTop = false
        cursor.select(id, in: ids, offset: offset, rows: rows)
        readOn(rows: rows)
    }

    /// Keeps the list where it is, for somebody has begun to work on the selected lead.
    mutating func hold() {
        isAtTop = false
    }

    /// Goes to the next lead that waits, from the top again after the last; false where none does.
    mutating func moveToNextWaiting(rows: Int) -> Bool {
        let here = cursor.position(in: ids, offset: offset)
        let waiting = self.rows.indices.filter { self.rows[$0].waitingSince != nil }
        if let next = waiting.first(where: { $0 > here }) {
            select(self.rows[next].id, rows: rows)
        } else if offset > 0 {
            isAtTop = false
            query.anchor = .first
            destination = .firstWaiting
        } else if let first = waiting.first {
            select(self.rows[first].id, rows: rows)
        } else {
            return false
        }
        return true
    }

    /// Takes what was typed into the filter field.
    mutating func setFilter(_ text: String) {
        filterText = text
        switch LeadFilter.parse(text) {
        case .success(var filter):
            problem = nil
            if let property { filter.conditions.append(.at(property)) }
            guard filter != query.filter else { return }
            query.filter = filter
            restart()
        case .failure(let found):
            problem = found
        }
    }

    /// Shows the leads of one property alone, or of all.
    mutating func narrow(to property: PropertyID?) {
        self.property = property
        query.filter.conditions.removeAll { if case .at = $0 { true } else { false } }
        if let property { query.filter.conditions.append(.at(property)) }
        restart()
    }

    /// Whether something that was typed narrows the list.
    var isFiltered: Bool {
        !query.filter.words.isEmpty
            || query.filter.conditions.count > (property == nil ? 0 : 1)
    }

    mutating func setOrder(_ order: LeadOrder) {
        query.order = order
        restart()
    }

    /// Brings the leads that wait to the top, and goes to the first of them; false where they are
    /// there already, or something else narrows the list.
    mutating func orderByWaiting() -> Bool {
        guard query.order != .waiting, !isFiltered else { return false }
        setOrder(.waiting)
        destination = .firstWaiting
        return true
    }

    private mutating func restart() {
        query.anchor = .first
        isAtTop = true
        destination = nil
    }

    /// Asks for the rows around the selection where fewer than a screen of them are loaded beyond
    /// it.
    private mutating func readOn(rows: Int) {
        guard let page, let selected = cursor.selected else { return }
        let position = cursor.position(in: ids, offset: offset)
        let isNearTop = position < rows && page.offset > 0
        let isNearEnd =
            position >= page.rows.count - rows && page.offset + page.rows.count < page.total
        if isNearTop || isNearEnd { query.anchor = .around(selected) }
    }
}
