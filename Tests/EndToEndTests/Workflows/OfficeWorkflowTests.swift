import Foundation
import Testing

/// The agent's day with colleagues and visitors, each from what triggers it to the rows it leaves.
@Suite(.enabled(if: DeskDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
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
        let day = try DeskDay()
        try day.lead(1, "Avery Stone", asks: "Is parking included?")
        try day.tour(1, "Maria Garcia", in: 60, of: DeskDay.sam)
        try day.tour(2, "Noor Haddad", in: 120, of: DeskDay.sam)
        // Robin has one at the time of the second.
        try day.tour(3, "Olu Ade", in: 130, of: DeskDay.robin)
        try day.platform(
            """
            UPDATE tasks SET assigned_to = '\(DeskDay.sam)';
            INSERT INTO foyer.lead_desk (id, conversation_id, claimed_by, claimed_at)
            VALUES ('\(DeskDay.id(6, 1))', '\(DeskDay.id(6, 1))', '\(DeskDay.sam)', now());
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

    @Test("11: two visitors who are one are found and merged, taken back, merged and split again")
    func merge() throws {
        let day = try DeskDay()
        try day.lead(1, "Avery Stone", email: "avery@mail.example", phone: "(510) 555-0142")
        try day.lead(2, "A Stone", phone: "+1 510 555 0142", says: "me again")
        try day.tmux.see("me again")
        let visitors = "SELECT user_id FROM conversation ORDER BY id"
        let (one, two) = (DeskDay.id(7, 1), DeskDay.id(7, 2))
        try day.within(4, "finding and merging") {
            try day.press("D")
            try day.tmux.see("same phone")
            try day.press("Enter")
            try day.expect(visitors, "\(one)\n\(one)")
            try day.tmux.seeNoMore("A Stone ")
            try day.tmux.see("u takes it back")
            // The merged visitor has no other conversation: no terminal holds them any more.
            try day.press("u")
            try day.expect(visitors, "\(one)\n\(two)")
        }
        try day.tmux.see("A Stone")
        try day.within(4, "merging the lead at hand") {
            try day.press("M")
            try day.tmux.see("same phone")
            try day.press("Enter")
        }
        try day.expect(visitors, "\(one)\n\(one)")
        try day.press("/")
        try day.type("again")
        try day.tmux.seeNoMore("“Hello”")
        try day.press("Enter", "Enter", "i")
        try day.tmux.see("merged with another visitor")
        try day.within(4, "splitting") { try day.press("S") }
        try day.expect(visitors, "\(one)\n\(two)")
        try day.expect("SELECT count(*) FROM foyer.lead_desk WHERE merged_from IS NOT NULL", "0")
        try day.close()
    }

    @Test("12: at the end of the day it is counted by agent and source, and written to files")
    func endOfDay() throws {
        let day = try DeskDay()
        try day.tour(1, "Maria Garcia", in: -120, of: DeskDay.robin)
        try day.tour(2, "Noor Haddad", in: -60, of: DeskDay.sam)
        try day.lead(1, "Avery Stone", email: "avery@mail.example", asks: "Is parking included?")
        try day.lead(2, "Miles Jessup", asks: "Are there storage rooms?")
        // Robin was told a quarter of an hour ago, answered one lead within four minutes, gave a
        // tour; Sam, whose question was answered, waited in vain.
        try day.platform(
            """
            BEGIN;
            UPDATE conversation SET source = 'web' WHERE id = '\(DeskDay.id(6, 1))';
            UPDATE conversation SET source = 'referral' WHERE id = '\(DeskDay.id(6, 2))';
            UPDATE lead_notification SET sent_at = now() - interval '15 minutes';
            UPDATE lead_notification SET response_at = sent_at + interval '4 minutes'
                WHERE conversation_id = '\(DeskDay.id(6, 1))';
            UPDATE tours SET status = 'completed' WHERE id = '\(DeskDay.id(10, 1))';
            UPDATE tours SET status = 'no_show' WHERE id = '\(DeskDay.id(10, 2))';
            UPDATE tasks SET created_at = now() - interval '14 minutes',
                assigned_to = '\(DeskDay.robin)', status = 'answered', answer = 'Yes.'
                WHERE id = '\(DeskDay.id(9, 1))';
            COMMIT;
            """
        )
        try day.tmux.see("Miles Jessup")
        try day.tmux.seeNoMore("Is parking included?")
        try day.within(3, "the end of the day") {
            try day.press("6", "r", "w")
            try day.tmux.see("Written: ")
        }
        let path = "\(day.home)/foyer-reports/report-\(day.today)"
        let lines = try String(contentsOfFile: "\(path).csv", encoding: .utf8)
            .split(separator: "\r\n").dropFirst()
        // Day, agent, source; leads, contacts; responses, median, in 5 minutes, none yet; tours
        // kept, missed, cancelled, to come, without outcome; questions answered.
        #expect(
            lines.map(String.init) == [
                "\(day.today),Robin Reed,chat,0,0,0,,0,0,1,0,0,0,0,0",
                "\(day.today),Robin Reed,referral,1,0,0,,0,1,0,0,0,0,0,0",
                "\(day.today),Robin Reed,web,1,1,1,240,1,0,0,0,0,0,0,1",
                "\(day.today),Sam Sole,chat,0,0,0,,0,0,0,1,0,0,0,0",
            ]
        )
        let page = try String(contentsOfFile: "\(path).md", encoding: .utf8)
        #expect(page.contains("2 leads, 1 left a contact; half of the responses within 4 min"))
        try day.close()
    }

    @Test("a visitor's contact is corrected, and one that is another's is refused in words")
    func contact() throws {
        let day = try DeskDay()
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
        let day = try DeskDay()
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
            WHERE property_manager_id = '\(DeskDay.sam)'
            """,
            "2031-03-11"
        )
        try day.close()
    }
}
