/// A tour as a calendar program is told of it.
///
/// What a calendar that hangs on a wall, or lies with a provider, must not know is not in it: no
/// address and no telephone number of who comes.
package struct CalendarTour: Hashable, Sendable {
    package var id: TourID
    package var start: Timestamp
    package var minutes: Int
    /// Its property's.
    package var zone: Zone
    package var prospect: String
    package var propertyName: String
    package var unit: String?
    package var type: TourType
    package var status: TourStatus
    /// Nil is nobody yet.
    package var managerName: String?
    /// How often it was moved, cancelled, given or corrected: a reader takes the higher for the
    /// newer.
    package var revision: Int

    package init(
        id: TourID,
        start: Timestamp,
        minutes: Int,
        zone: Zone,
        prospect: String,
        propertyName: String,
        unit: String? = nil,
        type: TourType = .inPerson,
        status: TourStatus = .scheduled,
        managerName: String? = nil,
        revision: Int = 0
    ) {
        self.id = id
        self.start = start
        self.minutes = minutes
        self.zone = zone
        self.prospect = prospect
        self.propertyName = propertyName
        self.unit = unit
        self.type = type
        self.status = status
        self.managerName = managerName
        self.revision = revision
    }

    /// A tour of the calendar, in its property's zone.
    package init(_ row: TourRow, in zone: Zone) {
        self.init(
            id: row.id,
            start: row.start,
            minutes: row.minutes,
            zone: zone,
            prospect: row.prospect,
            propertyName: row.propertyName,
            unit: row.unit,
            type: row.type,
            status: row.status,
            managerName: row.managerName,
            revision: row.revision
        )
    }
}
