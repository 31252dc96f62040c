package import Model

/// Which pages a write is to bring along.
package struct PagesWanted: Equatable, Sendable {
    package let requests: [PageRequest]
    /// How often rows had changed when they were asked for, as far as the desk knew.
    let changes: Int

    package init(_ requests: [PageRequest] = [], changes: Int = 0) {
        self.requests = requests
        self.changes = changes
    }
}

/// Pages that came along with a write: read where it was laid over the rows, so that the frame
/// that shows it waits for nothing more.
package struct WrittenPages: Equatable, Sendable {
    let pages: [Page]
    let changes: Int

    package init(_ pages: [Page], of wanted: PagesWanted) {
        self.pages = pages
        changes = wanted.changes
    }
}

extension DeskState {
    /// What is visible, as it will be asked for once rows have changed.
    package var pagesOfWrite: PagesWanted {
        var changed = self
        changed.rowsChanged()
        let requests = changed.wanted.filter(\.slot.comesWithWrites)
        return PagesWanted(requests, changes: reads.changes)
    }

    /// Takes what a write brought along.
    ///
    /// Where rows have changed since it was asked for, what is here may be newer; where an answer
    /// is under way, that one may be older and would take its place: it is read once more then.
    mutating func take(_ written: WrittenPages) -> [DeskEffect] {
        let isNewest = written.changes == reads.changes
        rowsChanged()
        guard isNewest else { return [] }
        var effects: [DeskEffect] = []
        for page in written.pages where reads.takesUnasked(page.request) {
            effects += take(page)
        }
        return effects
    }
}
