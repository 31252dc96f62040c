import Model

/// The emails: a list by state, and a selection in it.
struct EmailsState: Equatable, Sendable {
    private(set) var query = EmailQuery()
    private(set) var page: EmailPage?
    private(set) var cursor = ListCursor<DraftID>()

    /// The emails of the list that is wanted; none while it is still read: keys must not reach
    /// those of the list before, which nobody sees any more.
    var rows: [EmailRow] { page?.query == query ? page?.rows ?? [] : [] }
    var selected: EmailRow? {
        guard !rows.isEmpty else { return nil }
        return rows[cursor.position(in: ids, offset: 0)]
    }
    private var ids: [DraftID] { rows.map(\.id) }

    /// Takes the list, if it is still the one that is wanted.
    mutating func take(_ arrived: EmailPage) {
        guard arrived.query == query else { return }
        page = arrived
        cursor.settle(in: ids, offset: 0)
    }

    /// Puts shapes in the place of what is a renter's, for drawing.
    mutating func cover(with veil: Veil) {
        let shapes = rows.map(veil.email)
        page?.rows = shapes
    }

    /// Shows the emails of the next filter, or of the one before, from the top.
    mutating func turnFilter(by step: Int) {
        query.filter = query.filter.advanced(by: step)
        cursor = ListCursor()
    }

    /// Shows those of one property alone, or of all.
    mutating func narrow(to property: PropertyID?) {
        query.property = property
        cursor = ListCursor()
    }

    mutating func show(_ filter: EmailFilter) {
        guard filter != query.filter else { return }
        query.filter = filter
        cursor = ListCursor()
    }

    mutating func select(_ id: DraftID, rows: Int) {
        cursor.select(id, in: ids, offset: 0, rows: rows)
    }

    mutating func move(by step: Int, rows: Int) {
        cursor.move(by: step, in: ids, offset: 0, rows: rows)
    }

    mutating func moveToFirst() {
        cursor.moveToFirst(in: ids, offset: 0)
    }

    mutating func moveToLast(rows: Int) {
        cursor.moveToLast(in: ids, offset: 0, rows: rows)
    }
}
