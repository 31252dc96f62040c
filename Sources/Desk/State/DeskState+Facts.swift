import Model

// What the panes ask of the desk.
extension DeskState {
    /// The zone of the clock in the header: that of the property the desk is narrowed to, else the
    /// first's.
    var zone: Zone { (narrowedTo ?? overview?.properties.first)?.zone ?? .utc }

    var today: LocalDate { zone.local(now).date }

    func property(_ id: PropertyID) -> PropertyName? {
        properties[id]
    }

    /// Whether the desk shows more than one property, so that a row must say which is its own.
    var hasSeveralProperties: Bool { (overview?.properties.count ?? 0) > 1 }

    /// How long somebody has waited in the office's open hours.
    func waiting(since start: Timestamp, at id: PropertyID) -> Duration {
        guard let property = property(id) else { return max(.zero, now.since(start)) }
        return property.hours.openTime(from: start, to: now, in: property.zone)
    }

    /// Whether what is shown may be out of date.
    var isStale: Bool {
        switch freshness {
        case .offline, .refused: true
        case .firstSync, .live, .catchingUp, .refetching: false
        }
    }
}
