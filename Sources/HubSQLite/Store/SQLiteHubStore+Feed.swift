import Foundation
import GRDB
package import Hub
package import Model

extension SQLiteHubStore {
    package func tours(_ query: FeedQuery) async throws(HubTrouble) -> [CalendarTour] {
        guard !query.scope.properties.isEmpty else { return [] }
        return try await read { database in
            let properties = query.scope.properties.map(\.data)
            let agent = query.agent?.data
            let sql: SQL = """
                SELECT t.id, t.tour_datetime, t.duration_minutes, t.tour_type, t.status,
                    t.prospect_name, t.unit_interest, p.name AS property_name, p.state, p.zip_code,
                    m.first_name, m.last_name,
                    (SELECT s.time_zone FROM property_settings s WHERE s.property_id = p.id LIMIT 1)
                        AS time_zone,
                    (SELECT count(*) FROM tour_event e WHERE e.tour_id = t.id
                        AND e.kind NOT IN ('booked', 'confirmed')) AS revision
                FROM tours t
                JOIN property p ON p.id = t.property_id
                LEFT JOIN property_manager m ON m.id = t.property_manager_id
                WHERE t.property_id IN \(properties)
                    AND t.tour_datetime >= \(query.from.text) AND t.tour_datetime < \(query.to.text)
                    AND (\(agent) IS NULL OR t.property_manager_id IS NULL
                        OR t.property_manager_id = \(agent))
                ORDER BY t.tour_datetime, t.id LIMIT \(query.limit)
                """
            return try Row.fetchAll(database, SQLRequest(literal: sql))
                .compactMap { FeedRow($0)?.tour }
        }
    }
}

extension FeedRow {
    fileprivate init?(_ row: Row) {
        guard let id = row["id"] as Data?, id.count == 16,
            let start = Timestamp(row["tour_datetime"] as String)
        else { return nil }
        self.init(
            id: id.withUnsafeBytes { TourID(bytes: $0) },
            start: start,
            revision: row["revision"]
        )
        minutes = row["duration_minutes"]
        type = row["tour_type"]
        status = row["status"]
        prospect = row["prospect_name"]
        unit = row["unit_interest"]
        propertyName = row["property_name"]
        zone = row["time_zone"]
        state = row["state"]
        zip = row["zip_code"]
        firstName = row["first_name"]
        lastName = row["last_name"]
    }
}
