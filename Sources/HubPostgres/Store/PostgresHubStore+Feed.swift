package import Hub
package import Model

extension PostgresHubStore {
    package func tours(_ query: FeedQuery) async throws(HubTrouble) -> [CalendarTour] {
        guard !query.scope.properties.isEmpty else { return [] }
        return try await read { connection in
            let rows = try connection.run(
                """
                SELECT t.id, t.tour_datetime, t.duration_minutes, t.tour_type, t.status,
                    t.prospect_name, t.unit_interest, p.name, p.state, p.zip_code,
                    m.first_name, m.last_name,
                    (SELECT s.time_zone FROM foyer.property_settings s
                        WHERE s.property_id = p.id LIMIT 1),
                    (SELECT count(*) FROM foyer.tour_event e WHERE e.tour_id = t.id
                        AND e.kind NOT IN ('booked', 'confirmed'))
                FROM tours t
                JOIN property p ON p.id = t.property_id
                LEFT JOIN property_manager m ON m.id = t.property_manager_id
                WHERE t.property_id = ANY ($1::uuid[])
                    AND t.tour_datetime >= $2::timestamptz AND t.tour_datetime < $3::timestamptz
                    AND ($4::uuid IS NULL OR t.property_manager_id IS NULL
                        OR t.property_manager_id = $4::uuid)
                ORDER BY t.tour_datetime, t.id LIMIT $5::int
                """,
                [
                    .ids(query.scope.properties), .text(query.from.text), .text(query.to.text),
                    .id(query.agent), .integer(query.limit),
                ]
            )
            return (0..<rows.count).compactMap { FeedRow(rows, $0)?.tour }
        }
    }
}

extension FeedRow {
    fileprivate init?(_ rows: PostgresRows, _ row: Int) {
        guard let id = rows.id(row, 0), let start = rows.instant(row, 1) else { return nil }
        self.init(id: id.cast(), start: start, revision: Int(rows.integer(row, 13)))
        minutes = rows.isNull(row, 2) ? nil : Int(rows.integer(row, 2))
        type = rows.optionalText(row, 3)
        status = rows.optionalText(row, 4)
        prospect = rows.optionalText(row, 5)
        unit = rows.optionalText(row, 6)
        propertyName = rows.optionalText(row, 7)
        state = rows.optionalText(row, 8)
        zip = rows.optionalText(row, 9)
        firstName = rows.optionalText(row, 10)
        lastName = rows.optionalText(row, 11)
        zone = rows.optionalText(row, 12)
    }
}
