import Foundation
import Testing

/// The agent's day with tours, each from what triggers it to the rows it leaves.
@Suite(.enabled(if: DeskDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
struct TourWorkflowTests {
    /// All tours as the office's wall has them.
    private static let tours = """
        SELECT t.prospect_name, t.status, t.source, coalesce(m.first_name, 'team'),
            to_char(t.tour_datetime AT TIME ZONE s.time_zone, 'YYYY-MM-DD HH24:MI')
        FROM tours t JOIN foyer.property_settings s ON s.property_id = t.property_id
        LEFT JOIN property_manager m ON m.id = t.property_manager_id ORDER BY t.tour_datetime
        """

    @Test("5: a tour is booked from a lead, by phone, and for somebody who walks in")
    func book() throws {
        let day = try DeskDay(openNow: true)
        try day.lead(1, "Avery Stone", email: "avery@mail.example")
        try day.tmux.see("Avery Stone")
        try day.within(5, "booking from a lead") {
            try day.press("t")
            try day.type(day.typed("10:30"))
            try day.tmux.see("✓ free")
            try day.press("C-s")
        }
        let fromLead = "Avery Stone|scheduled|manual|Robin|\(day.openDay) 10:30"
        try day.expect(Self.tours, fromLead)
        try day.expect("SELECT status, is_book_tour FROM conversation", "tour_scheduled|t")
        try day.within(5, "booking by phone") {
            try day.press("4", "b")
            try day.tmux.see("Book a tour")
            try day.type("Noor Haddad")
            try day.press("Tab", "Tab")
            try day.type(day.typed("14:00"))
            try day.tmux.see("✓ free")
            try day.press("C-s")
        }
        let byPhone = "Noor Haddad|scheduled|manual|Robin|\(day.openDay) 14:00"
        try day.expect(Self.tours, "\(fromLead)\n\(byPhone)")
        try day.within(5, "booking for a walk-in") {
            try day.press("b")
            try day.tmux.see("Book a tour")
            try day.type("Wanda Walker")
            try day.press("Tab", "Tab")
            try day.type("now")
            // On a day on which offices may be closed, who stands in the door is shown around.
            try day.press("M-y")
        }
        try day.expect(
            "SELECT prospect_name, status, source FROM tours WHERE tour_datetime < now()",
            "Wanda Walker|scheduled|walk_in"
        )
        try day.close()
    }

    @Test("5: a tour is booked for a colleague, whose calendar is looked at")
    func bookForColleague() throws {
        let day = try DeskDay()
        try day.lead(1, "Avery Stone")
        try day.tmux.see("Avery Stone")
        try day.press("t")
        try day.type(day.typed("10:30"))
        try day.press("BTab", "BTab")
        try day.tmux.see("agent     you")
        try day.tmux.see("✓ free")
        // The team stands between the agent and the colleagues.
        try day.press("Right", "Right")
        try day.tmux.see("Sam Sole")
        try day.press("C-s")
        try day.expect(
            Self.tours,
            "Avery Stone|scheduled|manual|Sam|\(day.openDay) 10:30"
        )
        try day.close()
    }

    @Test("6: a tour is moved and cancelled, with who wanted it and why")
    func move() throws {
        let day = try DeskDay()
        try day.tour(1, "Avery Stone", in: day.minutes(toHour: 9), of: DeskDay.robin)
        // The agenda goes beyond the end of the week.
        try day.press("4", "A")
        try day.tmux.see("Stone")
        let events = """
            SELECT kind, asked_by, reason FROM foyer.tour_event ORDER BY created_at, kind
            """
        try day.within(4, "moving") {
            try day.press("m")
            try day.tmux.see("Move a tour")
            try day.type(day.typed("14:00"))
            try day.tmux.see("✓ free")
            try day.press("Tab")
            try day.type("has a cold")
            try day.press("M-v", "C-s")
        }
        try day.expect(events, "moved|visitor|has a cold")
        try day.expect(
            Self.tours,
            "Avery Stone|scheduled|chat|Robin|\(day.openDay) 14:00"
        )
        try day.tmux.see("Done: ")
        try day.within(4, "cancelling") {
            try day.press("x")
            try day.tmux.see("Cancel a tour")
            try day.press("Tab")
            try day.type("found a place")
            try day.press("C-s")
        }
        try day.expect(events, "moved|visitor|has a cold\ncancelled|visitor|found a place")
        try day.expect("SELECT status FROM tours", "cancelled")
        try day.close()
    }

    @Test("7: a tour that was given and one that was missed are said to be")
    func outcomes() throws {
        let day = try DeskDay()
        try day.tour(1, "Avery Stone", in: -60, of: DeskDay.robin)
        try day.tmux.see("Stone")
        try day.press("4")
        try day.within(2, "a tour that was given") {
            try day.press("d")
            try day.tmux.see("How did it go?")
            try day.press("C-s")
        }
        try day.expect("SELECT status FROM tours", "completed")
        try day.expect(
            "SELECT kind, interest FROM foyer.tour_event",
            "completed|high"
        )
        // An outcome can be corrected, and its history stays.
        try day.within(2, "a tour that was missed") { try day.press("n") }
        try day.expect("SELECT status FROM tours", "no_show")
        try day.expect(
            "SELECT kind FROM foyer.tour_event ORDER BY created_at",
            "completed\ncorrected"
        )
        try day.close()
    }
}
