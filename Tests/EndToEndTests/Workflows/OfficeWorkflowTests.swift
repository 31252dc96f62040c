import Foundation
import Testing

/// The agent's day with colleagues and visitors, each from what triggers it to the rows it leaves.
@Suite(.enabled(if: OfficeDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
struct OfficeWorkflowTests {
    /// Whose the tours, the question and the lead are.
    private static let owners = """
        SELECT (SELECT string_agg(m.first_name, ',' ORDER BY t.tour_datetime) FROM tours t
                JOIN property_manager m ON m.id = t.property_manager_id),
            (SELECT m.first_name FROM tasks t JOIN property_manager m ON m.id = t.assigned_to),
            (SELECT m.first_name FROM foyer.lead_desk d
                JOIN property_manager m ON m.id = d.claimed_by)
        """

    @Test("10: an absence is covered in one step that can be taken back")
    func absence() throws {
        let day = try OfficeDay()
        try day.lead(1, "Avery Stone", asks: "Is parking included?")
        try day.tour(1, "Maria Garcia", in: 60, of: OfficeDay.sam)
        try day.tour(2, "Noor Haddad", in: 120, of: OfficeDay.sam)
        // Robin has one at the time of the second.
        try day.tour(3, "Olu Ade", in: 130, of: OfficeDay.robin)
        try day.platform(
            """
            UPDATE tasks SET assigned_to = '\(OfficeDay.sam)';
            INSERT INTO foyer.lead_desk (id, conversation_id, claimed_by, claimed_at)
            VALUES ('\(OfficeDay.id(6, 1))', '\(OfficeDay.id(6, 1))', '\(OfficeDay.sam)', now());
            """
        )
        try day.tmux.see("Garcia")
        try day.tmux.see("Avery Stone")
        try day.expect(Self.owners, "Sam,Sam,Robin|Sam|Sam")
        try day.within(5, "covering an absence") {
            try day.press("R")
            try day.tmux.see("1 tour, 1 question, 1 lead go over in one step")
            try day.tmux.see("Noor Haddad stays. There is a tour")
            try day.press("C-s")
        }
        try day.expect(Self.owners, "Robin,Sam,Robin|Robin|Robin")
        try day.expect("SELECT kind, reason FROM foyer.tour_event", "moved|absence")
        try day.tmux.see("u takes it back")
        try day.press("u")
        try day.expect(Self.owners, "Sam,Sam,Robin|Sam|Sam")
        try day.close()
    }

    @Test("a visitor's contact is corrected, and one that is another's is refused in words")
    func contact() throws {
        let day = try OfficeDay()
        try day.lead(1, "Avry Stone", email: "avery@mail.example")
        try day.tmux.see("Avry Stone")
        try day.press("C")
        try day.tmux.see("Correct a contact")
        try day.press("C-u")
        try day.type("Avery")
        try day.press("Tab", "Tab", "C-u")
        try day.type("A.Stone@Mail.example")
        try day.press("C-s")
        try day.expect(
            "SELECT first_name, last_name, email FROM \"user\"",
            "Avery|Stone|a.stone@mail.example"
        )
        try day.tmux.see("Avery Stone")
        try day.close()
    }

    @Test("a property's settings and who works there are set from the desk")
    func office() throws {
        let day = try OfficeDay()
        try day.press("O")
        try day.tmux.see("Property settings")
        try day.press("Tab")
        try day.type("20")
        try day.press("Tab")
        try day.type("90")
        try day.press("C-s")
        try day.expect(
            "SELECT buffer_minutes, notice_minutes FROM foyer.property_settings",
            "20|90"
        )
        try day.press("w")
        try day.tmux.see("Sam Sole")
        try day.type("sam")
        try day.press("Enter")
        try day.tmux.see("End an assignment")
        try day.press("C-u")
        try day.type("2031-03-11")
        try day.press("C-s")
        try day.expect(
            """
            SELECT end_date FROM property_manager_assignment
            WHERE property_manager_id = '\(OfficeDay.sam)'
            """,
            "2031-03-11"
        )
        try day.close()
    }
}
