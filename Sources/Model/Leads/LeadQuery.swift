/// A window into the ordered, filtered list of leads.
package struct LeadQuery: Hashable, Sendable {
    package var filter: LeadFilter
    package var order: LeadOrder
    package var anchor: ListAnchor<RowKind.Conversation>
    /// Rows before and after the anchor.
    package var reach: Int

    package init(
        filter: LeadFilter = LeadFilter(),
        order: LeadOrder = .waiting,
        anchor: ListAnchor<RowKind.Conversation> = .first,
        reach: Int = PageSize.listReach
    ) {
        self.filter = filter
        self.order = order
        self.anchor = anchor
        self.reach = reach
    }
}

/// The orders of the leads list.
package enum LeadOrder: String, CaseIterable, Hashable, Sendable {
    /// Who has waited longest for a person first, then by last activity.
    case waiting
    /// The highest score first; what is not scored last.
    case score
    /// The last activity first.
    case newest
    /// The nearest move-in first; unknown last.
    case moveIn = "move-in"
}

/// A window of the leads list.
package struct LeadPage: Hashable, Sendable {
    package var query: LeadQuery
    package var rows: [LeadRow]
    /// How many leads stand before the first of `rows`.
    package var offset: Int
    /// How many leads the filter lets through.
    package var total: Int

    package init(query: LeadQuery, rows: [LeadRow], offset: Int, total: Int) {
        self.query = query
        self.rows = rows
        self.offset = offset
        self.total = total
    }
}
