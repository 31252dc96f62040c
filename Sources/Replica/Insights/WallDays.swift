import Model

/// Tells on which day of its property's wall something happened.
///
/// What is read comes in the order of time, so that nearly every instant lies in the day of the one
/// before: then no calendar is asked.
struct WallDays {
    let days: OfficeDays
    let properties: [PropertyID: PropertyName]
    private var last: [PropertyID: (range: Range<Timestamp>, index: Int?)] = [:]

    init(days: OfficeDays, properties: [PropertyName]) {
        self.days = days
        self.properties = Dictionary(
            properties.map { ($0.id, $0) },
            uniquingKeysWith: { $1 }
        )
    }

    /// The place of the day from 0; nil for others, and for a property that is not here.
    mutating func index(of instant: Timestamp, at id: PropertyID) -> Int? {
        if let last = last[id], last.range.contains(instant) { return last.index }
        guard let zone = properties[id]?.zone else { return nil }
        let day = zone.local(instant).date
        let start = zone.instant(LocalDateTime(date: day, secondOfDay: 0))
        let end = zone.instant(LocalDateTime(date: day.adding(days: 1), secondOfDay: 0))
        let index = days.index(of: day)
        if start < end { last[id] = (start..<end, index) }
        return index
    }

    /// Seconds of open hours between two instants.
    func openSeconds(from start: Timestamp, to end: Timestamp, at id: PropertyID) -> Int {
        guard let property = properties[id] else { return 0 }
        let time = property.hours.openTime(from: start, to: end, in: property.zone)
        return Int(time.components.seconds)
    }

    /// Texts of instants that all days lie between, in whatever zone.
    var bounds: (start: String, end: String) {
        func text(_ date: LocalDate, _ shift: Duration) -> String {
            Zone.utc.instant(LocalDateTime(date: date, secondOfDay: 0)).advanced(by: shift).text
        }
        return (
            text(days.first, .zero - Self.widestOffset),
            text(days.last.adding(days: 1), Self.widestOffset)
        )
    }

    /// No zone is further from UTC (Kiritimati, +14).
    private static let widestOffset = Duration.seconds(15 * 3_600)
}
