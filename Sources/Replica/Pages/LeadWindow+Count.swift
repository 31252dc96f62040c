import GRDB
import Model

// How many leads there are, and how many stand before one.
extension LeadWindow {
    /// How many leads the filter lets through, counted no further than that.
    func count(upTo limit: Int) throws -> Int {
        try count(where: "TRUE", upTo: limit)
    }

    /// How many leads stand before a place: exact where there is no filter, else counted no further
    /// than the limit.
    func rank(of place: LeadPlace, upTo limit: Int) throws -> Int {
        var rank = 0
        for stretch in stretches {
            guard stretch.range.contains(place.key) else {
                rank +=
                    try filter.isEmpty
                    ? leads(in: stretch.range) : count(where: within(stretch.range), upTo: limit)
                continue
            }
            return try rank
                + (filter.isEmpty
                    ? leads(before: place, in: stretch)
                    : count(where: isBefore(place, stretch), upTo: limit))
        }
        return rank
    }

    private func leads(before place: LeadPlace, in stretch: LeadStretch) throws -> Int {
        guard stretch.isAscending else {
            let onward = try leads(in: place.key...stretch.range.upperBound)
            return onward - (try ties(with: place, "<="))
        }
        return try leads(below: place.key) - leads(below: stretch.range.lowerBound)
            + ties(with: place, "<")
    }

    private func leads(in range: ClosedRange<Int64>) throws -> Int {
        let above = range.upperBound == .max ? nil : range.upperBound + 1
        return try leads(below: above) - leads(below: range.lowerBound)
    }

    /// How many leads have a lower key; nil is above all.
    ///
    /// Whole buckets are added up; only the key's own is counted.
    private func leads(below key: Int64?) throws -> Int {
        let bucket = (key ?? .max) / list.bucket
        let whole = try integer(
            """
            SELECT coalesce(sum(leads), 0) FROM lead_rank
            WHERE list = \(list.number) AND bucket < \(bucket)
            """
        )
        let floor = list.floor(of: key ?? .max)
        let name: SQL = "\(sql: list.key)"
        let below: SQL = key.map { "AND \(name) < \($0)" } ?? ""
        return whole
            + (try integer("SELECT count(*) FROM lead WHERE \(name) >= \(floor) \(below)"))
    }

    private func ties(with place: LeadPlace, _ sign: String) throws -> Int {
        let name: SQL = "\(sql: list.key)"
        return try integer(
            """
            SELECT count(*) FROM lead
            WHERE \(name) = \(place.key) AND id \(sql: sign) \(place.id.data)
            """
        )
    }

    private func isBefore(_ place: LeadPlace, _ stretch: LeadStretch) -> SQL {
        let key: SQL = "l.\(sql: list.key)"
        let sign: SQL = stretch.isAscending ? "<" : ">"
        return
            "\(within(stretch.range)) AND (\(key), l.id) \(sign) (\(place.key), \(place.id.data))"
    }

    private func within(_ range: ClosedRange<Int64>) -> SQL {
        "l.\(sql: list.key) BETWEEN \(range.lowerBound) AND \(range.upperBound)"
    }

    private func count(where condition: SQL, upTo limit: Int) throws -> Int {
        try integer(
            """
            SELECT count(*) FROM (SELECT 1 FROM lead l
                LEFT JOIN property p ON p.id = l.property_id
                WHERE \(condition) AND \(filter.condition) LIMIT \(limit))
            """
        )
    }

    private func integer(_ sql: SQL) throws -> Int {
        try Int.fetchOne(db, SQLRequest(literal: sql, cached: true)) ?? 0
    }
}
