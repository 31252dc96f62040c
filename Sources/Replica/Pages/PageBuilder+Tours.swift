import GRDB
import Model

extension PageBuilder {
    /// The tours of some days, each day as its property's wall has it.
    func tours(_ query: TourQuery) throws -> TourPage {
        let book = try TourBook(db)
        let days = query.from..<max(query.from, query.to)
        let (tours, isWhole) = try book.tours(
            of: days,
            limit: query.limit,
            at: query.property
        )
        let total =
            try isWhole
            ? tours.count
            : book.counts(over: days, at: query.property).values.reduce(0) {
                $0 + $1.held + $1.lost
            }
        return TourPage(
            query: query,
            tours: tours,
            requests: try requests(limit: PageSize.tourRequests, at: query.property),
            total: total,
            counts: try query.counted.map { try book.counts(over: $0, at: query.property) } ?? [:]
        )
    }

    /// Conversations that asked for a tour and have none, the last active first.
    private func requests(limit: Int, at property: PropertyID?) throws -> [TourRequest] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, property_id, name, last_activity FROM lead
                    WHERE wants_tour AND (?1 IS NULL OR property_id = ?1)
                    ORDER BY key_newest, id LIMIT ?2
                    """
            ),
            arguments: [property?.data, limit]
        )
        return rows.compactMap { row in
            guard let id = ConversationID(row, 0), let property = PropertyID(row, 1) else {
                return nil
            }
            return TourRequest(
                conversation: id,
                property: property,
                name: row[2],
                askedAt: Timestamp(micros: row, 3)
            )
        }
    }
}
