import Model
import Screen

// Whose clock the times of the calendar are on: each tour's own property's.
extension DeskState {
    /// Whether tours of several zones may stand side by side.
    var hasSeveralZones: Bool { scope == nil && zones.count > 1 }

    /// What a property's zone is called where its wall shows another time than the desk's own; nil
    /// where a time needs no such word.
    func zoneWord(of property: PropertyID, at instant: Timestamp) -> String? {
        guard hasSeveralZones else { return nil }
        let there = zone(of: property)
        return there.local(instant) == zone.local(instant)
            ? nil : there.abbreviation(at: instant)
    }

    /// The same behind a time of the day: ` PST`, or nothing.
    func zoneEnding(of property: PropertyID, at instant: Timestamp) -> String {
        zoneWord(of: property, at: instant).map { " \($0)" } ?? ""
    }

    /// Columns that times need more where some name their zone.
    var zoneColumns: Int { hasSeveralZones ? 4 : 0 }

    /// Whose times the calendar shows, where that has to be said.
    var zoneNote: String? {
        let places = Set(tours.page?.tours.map(\.property) ?? [])
        let there = hasSeveralZones ? Set(places.map { zone(of: $0) }) : []
        let walls = Set(there.map { $0.local(now) })
        guard walls.count < 2 else { return "each property's own time" }
        let shown = there.first ?? zone
        let clocks = [zone, options.zone ?? shown].map { $0.local(now) }
        let isElsewhere = clocks.contains { $0 != shown.local(now) }
        return isElsewhere ? "times in \(shown.abbreviation(at: now))" : nil
    }

    /// When the selected tour begins on its property's wall, where a narrow column has no room for
    /// its zone.
    var selectedZoneNote: String {
        guard let tour = grab?.row ?? selectedTour,
            let word = zoneWord(of: tour.property, at: tour.start)
        else { return "" }
        return "\(tour.prospect) \(tour.localStart.clock) \(word)"
    }
}
