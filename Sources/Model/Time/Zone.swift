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
        LocalDateTime(wallSeconds: instant.seconds + offset(at: instant.seconds))
    }

    /// The first instant at which the wall shows at least that time: in a gap the first after it,
    /// in a fold the earlier one.
    package func instant(_ local: LocalDateTime) -> Timestamp {
        switch occurrence(of: local) {
        case .once(let instant), .twice(let instant, _): instant
        case .never(_, let next): instant(next)
        }
    }

    /// Seconds east of UTC, so many seconds after 1970.
    func offset(at seconds: Int64) -> Int64 {
        Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }

    /// Whether summer time is kept then.
    func isSummer(at instant: Timestamp) -> Bool {
        timeZone.isDaylightSavingTime(for: instant.date)
    }

    /// What the zone is called then, such as `PST`: as in the United States, whatever the locale of
    /// the machine, so that no two terminals name one time differently.
    package func abbreviation(at instant: Timestamp) -> String {
        guard name != "UTC" else { return name }
        return timeZone.localizedName(
            for: isSummer(at: instant) ? .shortDaylightSaving : .shortStandard,
            locale: Locale(identifier: "en_US")
        ) ?? name
    }
}
