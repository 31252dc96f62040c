import Model

extension Office {
    static let harbor = PropertyID(high: 8, low: 2)

    /// An office of two zones: Northgate in Denver, where it is 15:14, and Harbor Lofts in Los
    /// Angeles; on Tuesday it has tours of both, whose times and instants go in different orders.
    static func twoZones() -> Office {
        var office = northgate(properties: 2)
        office.overview.properties[0].zone = Zone("America/Denver") ?? .utc
        office.tours = [
            tour(1, "Ana Costa", "2026-11-24T11:00:00"), tour(2, "Bo Lee", "2026-11-24T12:00:00"),
            tour(3, "Liam", "2026-11-24T11:15:00"), tour(4, "Noor", "2026-11-24T14:00:00"),
        ]
        for index in office.tours.indices {
            let place = office.overview.properties[index < 2 ? 0 : 1]
            office.tours[index].property = place.id
            office.tours[index].propertyName = place.name
            office.tours[index].start = place.zone.instant(office.tours[index].localStart)
        }
        return office
    }
}
