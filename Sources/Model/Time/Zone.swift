import Foundation

/// The time zone of a property: what turns an instant into a time on its office's wall.
package struct Zone: Hashable, Sendable {
    /// Its IANA name, such as `America/Los_Angeles`.
    package let name: String
    private let timeZone: TimeZone

    /// Nil where the name is not known.
    package init?(_ name: String) {
        guard let timeZone = TimeZone(identifier: name) else { return nil }
        self.name = name
        self.timeZone = timeZone
    }

    private init(utc: Void) {
        name = "UTC"
        timeZone = .gmt
    }

    package static let utc = Zone(utc: ())

    /// Date and time on the wall at that instant.
    package func local(_ instant: Timestamp) -> LocalDateTime {
        let offset = Int64(timeZone.secondsFromGMT(for: instant.date))
        let (days, second) = floorDivide(instant.seconds + offset, 86_400)
        return LocalDateTime(date: LocalDate(dayNumber: Int(days)), secondOfDay: Int(second))
    }

    /// The first instant at which the wall shows at least that time: in a gap the first after it,
    /// in a fold the earlier one.
    package func instant(_ local: LocalDateTime) -> Timestamp {
        let wall = Int64(local.date.dayNumber) * 86_400 + Int64(local.secondOfDay)
        let candidates = [Int64(-86_400), 86_400].map { probe -> Int64 in
            let near = Date(timeIntervalSince1970: Double(wall + probe))
            return wall - Int64(timeZone.secondsFromGMT(for: near))
        }
        let exact = candidates.filter {
            self.local(Timestamp(microseconds: $0 * 1_000_000)) == local
        }
        let seconds = exact.min() ?? candidates.max() ?? wall
        return Timestamp(microseconds: seconds * 1_000_000)
    }

    /// What the zone is called then, such as `PST`.
    package func abbreviation(at instant: Timestamp) -> String {
        timeZone.abbreviation(for: instant.date) ?? name
    }
}
