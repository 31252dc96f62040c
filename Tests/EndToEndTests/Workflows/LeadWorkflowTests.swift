import Foundation
import Testing

/// The agent's day with leads and questions, each from what triggers it to the rows it leaves.
@Suite(.enabled(if: DeskDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
struct LeadWorkflowTests {
    @Test("1: a shift begins with what came in, today's tours and outcomes that are missing")
    func startOfShift() throws {
        let day = try DeskDay()
        try day.tour(1, "Maria Garcia", in: -120, of: DeskDay.robin)
        try day.tour(2, "Noor Haddad", in: 60, of: DeskDay.robin)
        try day.lead(1, "Early Bird", says: "I wrote first")
        try day.lead(2, "Late Owl", says: "I wrote last")
        try day.tmux.see("Late Owl")
        try day.within(6, "the start of a shift") {
            try day.press("o", "o")
            try day.tmux.see("Leads by newest.")
            try day.press("Enter")
            try day.tmux.see("I wrote last")
            try day.press("4")
            try day.tmux.see("Garcia")
            try day.tmux.see("Haddad")
            // The first tour of the day is selected: its outcome is missing, and one key says it.
            try day.press("n")
            try day.expect(
                "SELECT status FROM tours WHERE id = '\(DeskDay.id(10, 1))'",
                "no_show"
            )
        }
        try day.expect("SELECT count(*) FROM lead_notification WHERE read_at IS NOT NULL", "1")
        try day.close()
    }

    @Test("2: a hot lead is read, claimed, called, and turned to again")
    func triage() throws {
        let day = try DeskDay()
        try day.lead(1, "Avery Stone", phone: "+15105550142", says: "Can I come today?")
        try day.tmux.see("Avery Stone")
        try day.within(6, "triage") {
            try day.press("Enter")
            try day.expect(
                "SELECT count(*) FROM lead_notification WHERE read_at IS NOT NULL",
                "1"
            )
            try day.press("c", "p")
            try day.tmux.see("Log a call")
            try day.press("C-s")
            try day.tmux.see("Done: log a call.")
            try day.press("f")
            try day.tmux.see("Follow up")
            try day.press("C-s")
        }
        let lead = DeskDay.id(6, 1)
        try day.expect(
            "SELECT claimed_by FROM foyer.lead_desk WHERE conversation_id = '\(lead)'",
            DeskDay.robin
        )
        try day.expect(
            """
            SELECT kind, outcome, due_at > now() FROM foyer.lead_activity
            WHERE conversation_id = '\(lead)' ORDER BY kind
            """,
            "call|reached|\nfollow_up||t"
        )
        try day.expect("SELECT count(*) FROM lead_notification WHERE response_at IS NULL", "0")
        try day.close()
    }

    @Test("3: a question is answered and published, and everyone who asked gets a draft")
    func answer() throws {
        let day = try DeskDay()
        try day.lead(1, "Avery Stone", email: "avery@mail.example", asks: "Is parking included?")
        try day.lead(2, "Miles Jessup", email: "miles@mail.example", asks: "is parking included")
        try day.tmux.see("2 asked")
        try day.within(5, "an answer") {
            try day.press("3", "a")
            try day.tmux.see("2 asked, since")
            try day.type("One space per apartment.")
            try day.press("C-s")
        }
        try day.expect(
            "SELECT DISTINCT answer, status FROM tasks",
            "One space per apartment.|answered"
        )
        try day.expect(
            "SELECT question, answer, status FROM faq",
            "Is parking included?|One space per apartment.|answered"
        )
        try day.expect(
            """
            SELECT u.email, d.status FROM email_drafts d JOIN "user" u ON u.id = d.lead_id
            WHERE d.content LIKE '%One space per apartment.%' ORDER BY 1
            """,
            "avery@mail.example|draft\nmiles@mail.example|draft"
        )
        try day.close()
    }

    @Test("4: answers in doubt are approved, edited and retired")
    func review() throws {
        let day = try DeskDay()
        try day.knowledge(1, "Is there a gym?", "Yes.", "needs_review")
        try day.tmux.see("Is there a gym?")
        try day.press("3")
        try day.within(2, "approving") { try day.press("v") }
        let status = "SELECT answer, status, category FROM faq WHERE id = "
        try day.expect("\(status)'\(DeskDay.id(11, 1))'", "Yes.|answered|general")
        try day.knowledge(2, "Is there a pool?", "No.", "needs_review")
        try day.tmux.see("Is there a pool?")
        try day.within(2, "editing") {
            try day.press("e")
            try day.tmux.see("Alt-x retire")
            try day.type(" It opens in May.")
            try day.press("C-s")
        }
        try day.expect(
            "\(status)'\(DeskDay.id(11, 2))'",
            "No. It opens in May.|answered|general"
        )
        try day.knowledge(3, "Is there a sauna?", "Maybe.", "needs_review")
        try day.tmux.see("Is there a sauna?")
        try day.within(2, "retiring") { try day.press("x") }
        try day.expect("\(status)'\(DeskDay.id(11, 3))'", "|needs_review|retired")
        try day.tmux.see("u takes it back")
        try day.press("u")
        try day.expect("\(status)'\(DeskDay.id(11, 3))'", "Maybe.|needs_review|general")
        // What is sure is found by a word of it, and retired as well.
        try day.press("K")
        try day.tmux.see("Is there a pool?")
        try day.type("gym")
        try day.tmux.seeNoMore("Is there a pool?")
        try day.within(2, "retiring what is known") {
            try day.press("Enter")
            try day.tmux.see("Alt-x retire")
            try day.press("M-x")
        }
        try day.expect("\(status)'\(DeskDay.id(11, 1))'", "|needs_review|retired")
        try day.close()
    }

    @Test("8: a lead is taken over from the bot, given back, and handed off to a colleague")
    func takeOver() throws {
        let day = try DeskDay()
        try day.lead(1, "Avery Stone")
        try day.tmux.see("Avery Stone")
        let desk = "SELECT taken_over_by, claimed_by FROM foyer.lead_desk"
        let status = "SELECT status FROM conversation"
        try day.within(2, "taking over") { try day.press("b") }
        try day.expect(desk, "\(DeskDay.robin)|")
        try day.expect(status, "handed_off")
        try day.within(2, "giving back") { try day.press("b") }
        try day.expect(desk, "|")
        try day.expect(status, "active")
        try day.press("b", "c")
        try day.expect(desk, "\(DeskDay.robin)|\(DeskDay.robin)")
        try day.within(2, "handing off") {
            try day.press("A")
            try day.tmux.see("Sam Sole")
            try day.press("Enter")
        }
        try day.expect(desk, "\(DeskDay.sam)|\(DeskDay.sam)")
        try day.tmux.see("u takes it back")
        try day.press("u")
        try day.expect(desk, "\(DeskDay.robin)|\(DeskDay.robin)")
        try day.close()
    }
}
