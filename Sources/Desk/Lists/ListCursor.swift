/// A selection in a list that changes while one looks at it.
///
/// It is kept by id together with the row of the pane it stands in, so that rows which come and go
/// above it move neither the selected row nor its place on the screen.
struct ListCursor<ID: Hashable & Sendable>: Equatable, Sendable {
    private(set) var selected: ID?
    /// Rows of the pane above the selected one.
    private(set) var row = 0
    /// Where the selection stood in the whole list when it was last seen.
    private(set) var index = 0

    /// Moves by so many rows, no further than the ends of the window.
    ///
    /// Where a few rows lead out of the pane, it shows half a pane more: the rows stand still while
    /// the selection moves through them, and a row that scrolled at each key would be written anew
    /// with all the others, ten times the bytes.
    mutating func move(by step: Int, in ids: [ID], offset: Int, rows: Int) {
        guard !ids.isEmpty else { return }
        let here = position(in: ids, offset: offset)
        let there = min(max(0, here + step), ids.count - 1)
        let seat = there - top(of: ids.count, offset: offset, rows: rows)
        go(to: there, in: ids, offset: offset, rows: rows)
        // A page goes on from where the last one ended; it is the step that leaves the pane.
        guard abs(step) < rows / 2, !(0..<rows).contains(seat) else { return }
        row = seat < 0 ? rows - 1 - rows / 2 : rows / 2
        // Near an end there is less than half a pane to show.
        row = there - top(of: ids.count, offset: offset, rows: rows)
    }

    /// Selects the first row of a window that begins the list.
    mutating func moveToFirst(in ids: [ID], offset: Int) {
        row = 0
        select(0, in: ids, offset: offset)
    }

    /// Selects the last row of a window that ends the list.
    mutating func moveToLast(in ids: [ID], offset: Int, rows: Int) {
        row = max(0, min(rows, ids.count) - 1)
        select(ids.count - 1, in: ids, offset: offset)
    }

    /// Selects a row by its id; where the window has it not, the next `settle` finds it.
    mutating func select(_ id: ID, in ids: [ID], offset: Int, rows: Int) {
        guard let there = ids.firstIndex(of: id) else {
            selected = id
            return
        }
        go(to: there, in: ids, offset: offset, rows: rows)
    }

    /// Takes a changed window: the same row where it is still there, else the one that took its
    /// place.
    mutating func settle(in ids: [ID], offset: Int) {
        guard !ids.isEmpty else {
            self = ListCursor()
            return
        }
        select(position(in: ids, offset: offset), in: ids, offset: offset)
    }

    /// The first row of the window that the pane shows.
    func top(of count: Int, offset: Int, rows: Int) -> Int {
        min(max(0, index - offset - min(row, max(0, rows - 1))), max(0, count - rows))
    }

    /// Where the selection stands in a window.
    func position(in ids: [ID], offset: Int) -> Int {
        if let selected {
            let guess = index - offset
            if ids.indices.contains(guess), ids[guess] == selected { return guess }
            if let found = ids.firstIndex(of: selected) { return found }
        }
        return min(max(0, index - offset), max(0, ids.count - 1))
    }

    private mutating func go(to there: Int, in ids: [ID], offset: Int, rows: Int) {
        let top = top(of: ids.count, offset: offset, rows: rows)
        row = min(max(0, there - top), max(0, rows - 1))
        select(there, in: ids, offset: offset)
    }

    private mutating func select(_ position: Int, in ids: [ID], offset: Int) {
        guard ids.indices.contains(position) else { return }
        selected = ids[position]
        index = offset + position
    }
}
