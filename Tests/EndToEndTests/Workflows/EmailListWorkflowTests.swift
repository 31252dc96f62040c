import Foundation
import Testing

/// The view of the emails and an office's own templates, from keys to the rows they leave.
@Suite(.enabled(if: DeskDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
struct EmailListWorkflowTests {
    @Test("an email is edited, scheduled, held back and discarded, each by a key among the emails")
    func emails() throws {
        let day = try DeskDay()
        try day.lead(1, "Avery Stone", email: "avery@mail.example")
        try day.platform(
            """
            INSERT INTO email_drafts
                (lead_id, conversation_id, subject, content, status, created_at)
            VALUES ('\(DeskDay.id(7, 1))', '\(DeskDay.id(6, 1))', 'Draft', 'Hello', 'draft',
                now());
            INSERT INTO email_campaigns (property_id, title, sent_count, created_at)
            VALUES ('\(DeskDay.property)', 'Winter special', 1240, now())
            """
        )
        try day.tmux.see("Avery Stone")
        try day.press("5")
        try day.tmux.see("[open 1]")
        try day.tmux.see("Winter special")
        try day.tmux.see("1,240 sent")
        try day.within(3, "editing an email") {
            try day.press("e")
            try day.tmux.see("Edit the email")
            try day.press("C-u")
            try day.type("Your visit")
            try day.press("C-s")
        }
        let row = "SELECT subject, content, status, scheduled_for > now() FROM email_drafts"
        try day.expect(row, "Your visit|Hello|draft|")
        try day.within(2, "scheduling it") {
            try day.press("s")
            try day.tmux.see("When is it sent?")
            try day.type("tomorrow 9am")
            try day.press("C-s")
        }
        try day.expect(row, "Your visit|Hello|scheduled|t")
        try day.tmux.see("to be sent")
        try day.within(1, "holding it back") { try day.press("c") }
        try day.expect("SELECT status FROM email_drafts", "draft")
        try day.tmux.see("Done")
        try day.within(1, "discarding it") { try day.press("x") }
        try day.expect("SELECT status FROM email_drafts", "cancelled")
        try day.tmux.see("u takes it back")
        try day.press("u")
        try day.expect("SELECT status FROM email_drafts", "draft")
        try day.close()
    }

    @Test("an office's own template fills an email in with what is known of the lead")
    func template() throws {
        let day = try DeskDay()
        let folder = URL(filePath: day.home).appending(path: ".config/foyer/templates")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try """
        Subject: {property} is open, {first name|there}
        Priority: high
        Tags: open house

        Hi {first name|there},

        come and see {property}.
        {agent}

        """.write(to: folder.appending(path: "open.txt"), atomically: true, encoding: .utf8)
        try day.lead(1, "Avery Stone", email: "avery@mail.example")
        try day.tmux.see("Avery Stone")
        try day.press("q")
        try day.tmux.see("left 0")
        try day.open()
        try day.tmux.see("avery@mail.example")
        try day.within(3, "an email by a template") {
            try day.press("m")
            try day.tmux.see("template")
            try day.press("Right")
            try day.tmux.see("Robin Court is open, Avery")
            try day.press("C-s")
        }
        try day.expect(
            """
            SELECT subject, priority, tags::text, status, content LIKE 'Hi Avery,%Robin Court.%'
            FROM email_drafts
            """,
            "Robin Court is open, Avery|high|[\"open house\"]|draft|t"
        )
        try day.close()
    }
}
