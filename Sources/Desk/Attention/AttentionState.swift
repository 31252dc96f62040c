import Model

/// The writes that were refused, as a list over the whole screen.
struct AttentionState: Equatable, Sendable {
    var page: AttentionPage?
    var selection = 0
    /// The write that a first key asked to discard; the second key does it.
    var discarding: MutationID?

    var rows: [AttentionRow] { page?.rows ?? [] }
    var selected: AttentionRow? { rows.indices.contains(selection) ? rows[selection] : nil }

    mutating func take(_ page: AttentionPage) {
        self.page = page
        selection = min(selection, max(0, page.rows.count - 1))
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
