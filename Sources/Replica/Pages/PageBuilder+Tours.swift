import GRDB
import Model

extension PageBuilder {
    /// The tours of some days, each day as its property's wall has it.
    func tours(_ query: TourQuery) throws -> TourPage {
        let start = Zone.utc.instant(LocalDateTime(date: query.from, secondOfDay: 0))
        let end = Zone.utc.instant(LocalDateTime(date: query.to, secondOfDay: 0))
        // Tours that began the day before still keep a manager busy.
        let near = try TourBook(db).tours(
            from: start.advanced(by: .zero - Self.widestOffset - TourBook.longest),
            to: end.advanced(by: Self.widestOffset)
        )
        let days = query.from..<max(query.from, query.to)
        let inRange = TourBook.marked(near).filter { days.contains($0.localStart.date) }
        return TourPage(
            query: query,
            tours: Array(inRange.prefix(query.limit)),
            requests: try requests(limit: query.limit),
            total: inRange.count
        )
    }

    /// No zone is further from UTC (Kiritimati, +14).
    private static let widestOffset = Duration.seconds(15 * 3_600)

    /// Conversations that asked for a tour and have none, the last active first.
    private func requests(limit: Int) throws -> [TourRequest] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, property_id, name, last_activity FROM lead
                    WHERE wants_tour ORDER BY key_newest, id LIMIT ?
                    """
            ),
            arguments: [limit]
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
