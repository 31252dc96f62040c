package import Model

/// A tour as a store reads it for a feed, before its zone and its words are known.
package struct FeedRow: Sendable {
    package var id: TourID
    package var start: Timestamp
    package var minutes: Int?
    package var type: String?
    package var status: String?
    package var prospect: String?
    package var unit: String?
    package var propertyName: String?
    /// As somebody set it.
    package var zone: String?
    package var state: String?
    package var zip: String?
    package var firstName: String?
    package var lastName: String?
    package var revision: Int

    package init(id: TourID, start: Timestamp, revision: Int) {
        self.id = id
        self.start = start
        self.revision = revision
    }

    /// As a calendar tells it.
    package var tour: CalendarTour {
        CalendarTour(
            id: id,
            start: start,
            minutes: min(max(0, minutes ?? 60), 1_440),
            zone: zone.flatMap { Zone($0) } ?? Zone.guess(state: state ?? "", zip: zip ?? ""),
            prospect: prospect ?? "",
            propertyName: propertyName ?? "",
            unit: unit,
            type: TourType(type),
            status: TourStatus(status),
            managerName: managerName,
            revision: revision
        )
    }

    /// `Dana W.`.
    private var managerName: String? {
        guard let firstName, !firstName.isEmpty else { return lastName }
        return lastName?.first.map { "\(firstName) \($0)." } ?? firstName
    }
}
