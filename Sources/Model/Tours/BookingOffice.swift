/// What a property says of its tours.
package struct BookingOffice: Hashable, Sendable {
    package let property: PropertyID
    package let zone: Zone
    package let hours: OpeningHours
    package let holidays: Holidays
    /// Minutes that an agent needs between two tours; 0 allows them back to back.
    package let bufferMinutes: Int
    /// Minutes from now within which a tour comes too soon.
    package let noticeMinutes: Int
    /// Those who give the property's tours; an unassigned tour takes one of them, nobody knows
    /// whom, and where none is known, there is one.
    package let agents: Set<AgentID>

    /// Buffer and notice are taken into 0 to 240 minutes and 0 to 30 days.
    package init(
        property: PropertyID,
        zone: Zone,
        hours: OpeningHours,
        holidays: Holidays = Holidays(),
        bufferMinutes: Int = 0,
        noticeMinutes: Int = 0,
        agents: Set<AgentID> = []
    ) {
        self.property = property
        self.zone = zone
        self.hours = hours
        self.holidays = holidays
        self.bufferMinutes = min(max(0, bufferMinutes), Self.longestBuffer)
        self.noticeMinutes = min(max(0, noticeMinutes), Self.longestNotice)
        self.agents = agents
    }

    /// Minutes; more between two tours is a mistake of whoever set it.
    package static let longestBuffer = 240
    /// Minutes; more would close the calendar.
    package static let longestNotice = 30 * 1_440
}
