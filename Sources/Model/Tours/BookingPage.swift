/// What stands in the calendar of a property and its agents, for saying while one types what stands
/// in the way.
package struct BookingQuery: Hashable, Sendable {
    package var property: PropertyID
    /// The first day, in the property's zone.
    package var from: LocalDate
    /// The day after the last.
    package var to: LocalDate

    package init(property: PropertyID, from: LocalDate, to: LocalDate) {
        self.property = property
        self.from = from
        self.to = to
    }

    /// The days whose tours are known.
    package var days: Range<LocalDate> { from..<max(from, to) }
}

/// The answer to a `BookingQuery`.
package struct BookingPage: Hashable, Sendable {
    package var query: BookingQuery
    package var office: BookingOffice
    package var tours: [BookedTour]
    /// Who comes to each of these tours.
    package var names: [TourID: String]
    /// Those who give the property's tours, by name.
    package var agents: [AgentName]

    package init(
        query: BookingQuery,
        office: BookingOffice,
        tours: [BookedTour],
        names: [TourID: String],
        agents: [AgentName]
    ) {
        self.query = query
        self.office = office
        self.tours = tours
        self.names = names
        self.agents = agents
    }
}
