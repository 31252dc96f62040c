import GRDB
import Model

extension PageBuilder {
    /// A window of the leads list.
    ///
    /// Without a filter, `offset` and `total` are exact and cost no count of rows. With one they
    /// are exact up to `countedLeads`; beyond, they say no more than that.
    func leads(_ query: LeadQuery) throws -> LeadPage {
        let filter = try LeadFilterSQL(query.filter, db, now: now, agent: agent)
        let window = LeadWindow(
            db: db,
            list: LeadList.of(query.order),
            stretches: LeadStretch.all(of: query.order, today: try today(for: query)),
            filter: filter,
            agent: agent,
            now: now
        )
        let total = try filter.isEmpty ? counter("leads") : window.count(upTo: Self.countedLeads)
        switch query.anchor {
        case .first:
            return try first(query, window, total)
        case .last:
            let rows = try window.leads(from: nil, limit: query.reach + 1, isBackward: true)
            return page(query, rows.reversed(), offset: total - rows.count, total)
        case .around(let id):
            guard let (place, row) = try window.place(of: id) else {
                return try first(query, window, total)
            }
            let before = try window.leads(from: place, limit: query.reach, isBackward: true)
            let after = try window.leads(from: place, limit: query.reach)
            // Where the list ends before the reach does, the count is known without counting.
            let rank =
                try before.count < query.reach
                ? before.count : window.rank(of: place, upTo: Self.countedLeads)
            let offset = rank - before.count
            return page(query, before.reversed() + [row] + after, offset: offset, total)
        }
    }

    /// The day from which on move-ins are to come: today where the leads' property is, and of
    /// several properties where it is earliest.
    private func today(for query: LeadQuery) throws -> LocalDate {
        let utc = Zone.utc.local(now).date
        guard query.order == .moveIn else { return utc }
        let all = try properties()
        let named = all.filter { query.filter.conditions.contains(.at($0.id)) }
        return (named.isEmpty ? all : named).map { $0.zone.local(now).date }.min() ?? utc
    }

    /// How far leads that a filter lets through are counted: 10,000 take some 10 ms.
    private static let countedLeads = 10_000

    private func first(_ query: LeadQuery, _ window: LeadWindow, _ total: Int) throws -> LeadPage {
        let rows = try window.leads(from: nil, limit: query.reach + 1)
        return page(query, rows, offset: 0, total)
    }

    private func page(
        _ query: LeadQuery,
        _ rows: [LeadRow],
        offset: Int,
        _ total: Int
    ) -> LeadPage {
        let start = max(0, offset)
        return LeadPage(
            query: query,
            rows: rows,
            offset: start,
            total: max(total, start + rows.count)
        )
    }
}
