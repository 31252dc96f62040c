import Foundation
import Testing

/// The agent's day with emails, each from what triggers it to the rows it leaves.
@Suite(.enabled(if: DeskDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
struct EmailWorkflowTests {
    private static let drafts = """
        SELECT subject, status, scheduled_for > now(), tags FROM email_drafts
        WHERE status <> 'cancelled'
        """

    @Test("9: an email is written from a template and scheduled, and one is sent and taken back")
    func write() throws {
        let day = try DeskDay()
        try day.lead(1, "Avery Stone", email: "avery@mail.example")
        try day.tmux.see("avery@mail.example")
        let invitation = "Come and see Robin Court"
        try day.within(4, "scheduling an email from a template") {
            try day.press("m")
            try day.tmux.see("Left Right take a template")
            try day.press("Right")
            try day.tmux.see("Hi Avery,")
            try day.press("BTab")
            try day.type("+2h")
            try day.press("C-s")
        }
        try day.expect(Self.drafts, "\(invitation)|scheduled|t|[\"invitation\"]")
        try day.expect(
            "SELECT content LIKE 'Hi Avery,%Best wishes,%Robin%' FROM email_drafts",
            "t"
        )
        try day.tmux.see("u takes it back")
        try day.press("u")
        try day.expect(Self.drafts, "")
        try day.within(4, "sending at once, and taking it back") {
            // What was taken back is there again.
            try day.press("m")
            try day.tmux.see("Hi Avery,")
            try day.press("M-s")
            try day.expect(
                "SELECT status, scheduled_for < now() + interval '2 minutes' FROM email_drafts "
                    + "WHERE status <> 'cancelled'",
                "scheduled|t"
            )
            try day.tmux.see("u takes it back")
            try day.press("u")
        }
        try day.expect(Self.drafts, "")
        try day.expect("SELECT count(*) FROM email_drafts", "2")
        try day.close()
    }

    @Test("9: a draft is scheduled and cancelled from its lead, and keeps its tags")
    func change() throws {
        let day = try DeskDay()
        try day.lead(1, "Avery Stone", email: "avery@mail.example")
        try day.tmux.see("avery@mail.example")
        try day.press("m")
        try day.tmux.see("Left Right take a template")
        try day.press("Right")
        try day.tmux.see("Hi Avery,")
        try day.press("C-s")
        let invitation = "Come and see Robin Court"
        let tags = "[\"invitation\"]"
        try day.expect(Self.drafts, "\(invitation)|draft||\(tags)")
        try day.within(4, "scheduling a draft") {
            try day.press("E")
            try day.tmux.see("Emails that are not sent")
            try day.tmux.see(invitation)
            try day.press("Enter", "BTab")
            try day.type("+3h")
            try day.press("C-s")
        }
        try day.expect(Self.drafts, "\(invitation)|scheduled|t|\(tags)")
        try day.within(4, "cancelling it") {
            try day.press("E")
            try day.tmux.see("goes out")
            try day.press("Enter")
            try day.tmux.see("Alt-x retire or cancel")
            try day.press("M-x")
        }
        try day.expect("SELECT DISTINCT status FROM email_drafts", "cancelled")
        try day.close()
    }
}
