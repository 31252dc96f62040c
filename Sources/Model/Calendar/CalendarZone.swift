/// A VTIMEZONE: what a zone's clocks show during some time (RFC 5545, section 3.6.5).
///
/// Every change of the clocks is told by itself, from the rules of this machine: a rule that some
/// law changes next year would be wrong for ever.
struct CalendarZone {
    private let zone: Zone
    private let changes: [ClockChange]
    private let before: ClockChange

    /// Days before and after the time in which the zone is used.
    private static let margin = 190

    init(_ zone: Zone, during times: ClosedRange<Timestamp>) {
        self.zone = zone
        let margin = Duration.seconds(Self.margin * 86_400)
        let start = times.lowerBound.advanced(by: .zero - margin)
        changes = zone.changes(in: start...times.upperBound.advanced(by: margin))
        before = zone.clock(at: start)
    }

    func add(to lines: inout CalendarLines) {
        lines.add("BEGIN", "VTIMEZONE")
        lines.add("TZID", zone.name)
        for change in [before] + changes {
            let kind = change.isSummer ? "DAYLIGHT" : "STANDARD"
            lines.add("BEGIN", kind)
            // The wall as it was before the clock was changed.
            let wall = LocalDateTime(wallSeconds: change.at.seconds + change.offsetBefore)
            lines.add("DTSTART", CalendarLines.wall(wall))
            lines.add("TZOFFSETFROM", Self.offset(change.offsetBefore))
            lines.add("TZOFFSETTO", Self.offset(change.offsetAfter))
            lines.addText("TZNAME", zone.abbreviation(at: change.at))
            lines.add("END", kind)
        }
        lines.add("END", "VTIMEZONE")
    }

    /// `-0800`, and with seconds where there are any.
    private static func offset(_ seconds: Int64) -> String {
        let sign = seconds < 0 ? "-" : "+"
        let whole = Int(abs(seconds))
        let parts = [whole / 3_600, whole / 60 % 60] + (whole % 60 == 0 ? [] : [whole % 60])
        return sign + parts.map { padded($0, 2) }.joined()
    }
}
