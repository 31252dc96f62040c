import Foundation
import Testing

/// A day of an agent who may only read, and of one whose level changes while the desk is open.
@Suite(.enabled(if: DeskDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
struct ReadOnlyDayTests {
    @Test("who may only read is told before a key is pressed, and who may write again writes")
    func level() throws {
        let day = try DeskDay()
        try day.lead(1, "Avery Stone", email: "avery@mail.example")
        try day.tmux.see("t tour")
        func set(_ level: String) throws {
            try day.platform(
                """
                UPDATE property_manager SET access_level = '\(level)'
                WHERE id = '\(DeskDay.robin)'
                """
            )
        }
        try set("read")
        try day.tmux.seeNoMore("t tour")
        try day.press("c")
        try day.tmux.see("You may read here, and not write")
        try day.press("Enter")
        let run = try day.command("lead", "note", DeskDay.id(6, 1), "from the shell")
        #expect(run.status == 1)
        #expect(run.errors.contains("You may read at Robin Court, and not write"))
        #expect(run.output.isEmpty)
        try set("write")
        try day.tmux.see("t tour")
        try day.press("c")
        try day.expect("SELECT claimed_by FROM foyer.lead_desk", DeskDay.robin)
        // Nothing of what was not theirs was sent: neither a note nor that the lead was read.
        try day.expect("SELECT count(*) FROM foyer.lead_activity", "0")
        try day.expect("SELECT count(*) FROM lead_notification WHERE read_at IS NOT NULL", "0")
        try day.expect("SELECT count(*) FROM foyer.ledger WHERE outcome <> 'applied'", "0")
        try day.close()
    }
}
