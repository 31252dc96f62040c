import Model

/// The questions pane: one list, oldest first, and a selection in it.
struct QuestionsState: Equatable, Sendable {
    private(set) var query = QuestionQuery()
    /// Whether the rows are still those of other words than the last that were wanted.
    var isBehind: Bool { page.map { $0.query != query } ?? false }
    private(set) var page: QuestionPage?
    private(set) var cursor = ListCursor<QuestionID>()

    var rows: [QuestionRow] { page?.rows ?? [] }
    var selected: QuestionRow? {
        guard !rows.isEmpty else { return nil }
        return rows[cursor.position(in: ids, offset: 0)]
    }
    private var ids: [QuestionID] { rows.map(\.id) }

    /// Takes the list, if it is still the one that is wanted.
    mutating func take(_ arrived: QuestionPage) {
        guard arrived.query == query else { return }
        page = arrived
        cursor.settle(in: ids, offset: 0)
    }

    /// Puts shapes in the place of what is a renter's, for drawing.
    mutating func cover(with veil: Veil) {
        let shapes = rows.map(veil.question)
        page?.rows = shapes
        query.words = veil.text(query.words)
    }

    /// Takes what was typed into the search field.
    mutating func setWords(_ words: String) {
        query.words = words
    }

    /// Shows those of one property alone, or of all.
    mutating func narrow(to property: PropertyID?) {
        query.property = property
        cursor = ListCursor()
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

    mutating func select(_ id: QuestionID, rows: Int) {
        cursor.select(id, in: ids, offset: 0, rows: rows)
    }
}
