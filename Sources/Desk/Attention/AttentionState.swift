import Model

/// The writes that were refused, as a list over the whole screen.
struct AttentionState: Equatable, Sendable {
    var page: AttentionPage?
    private(set) var selection = 0
    /// The write that a first key asked to discard; the second key does it.
    var discarding: MutationID?

    var rows: [AttentionRow] { page?.rows ?? [] }
    var selected: AttentionRow? { rows.indices.contains(selection) ? rows[selection] : nil }

    /// Takes the list; what is selected stays so, wherever it stands now: the newest come first.
    mutating func take(_ page: AttentionPage) {
        let id = selected?.id
        self.page = page
        selection =
            rows.firstIndex { $0.id == id } ?? min(selection, max(0, page.rows.count - 1))
    }

    mutating func select(_ id: MutationID) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        move(by: index - selection)
    }

    mutating func move(by step: Int) {
        selection = min(max(0, selection + step), max(0, rows.count - 1))
        discarding = nil
    }
}
