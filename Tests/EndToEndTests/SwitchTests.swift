import Foundation
import Testing

/// Two agents at one terminal, each at a property of their own.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct SwitchTests {
    /// Robin at Robin Court, Sam alone at Sam House, where Sasha Quill has written.
    private func desks() throws -> Desks {
        let desks = try Desks(questions: 1)
        let statements = [
            """
            INSERT INTO property (id, company_id, name, address, city, state, zip_code)
            SELECT x'\(Self.id(2, 1))', company_id, 'Sam House', address, city, state, zip_code
            FROM property LIMIT 1
            """,
            """
            INSERT INTO chatbot (id, property_id, name)
            VALUES (x'\(Self.id(5, 1))', x'\(Self.id(2, 1))', 'Bot')
            """,
            """
            UPDATE property_manager_assignment SET property_id = x'\(Self.id(2, 1))'
            WHERE id = x'\(Self.id(4, 1))'
            """,
            """
            INSERT INTO "user" (id, first_name, last_name)
            VALUES (x'\(Self.id(7, 900))', 'Sasha Quill', '')
            """,
            """
            INSERT INTO conversation (id, chatbot_id, user_id, start_time)
            VALUES (x'\(Self.id(6, 900))', x'\(Self.id(5, 1))', x'\(Self.id(7, 900))',
                '2026-11-23T15:00:00.000000Z')
            """,
            """
            INSERT INTO message (id, conversation_id, sender_type, message_text, "timestamp",
                message_type)
            VALUES (x'\(Self.id(8, 900_000))', x'\(Self.id(6, 900))', 'user', 'A loft, please',
                '2026-11-23T15:00:00.000000Z', 'text')
            """,
        ]
        for statement in statements { try desks.change(statement) }
        for profile in [desks.robin, desks.sam] {
            _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
        }
        return desks
    }

    /// As the company's files have their ids, in the hub's bytes.
    private static func id(_ kind: Int, _ number: Int) -> String {
        String(format: "%08x00004000%04x%012x", kind, 0x8000, number)
    }

    @Test(
        "each sees their own leads alone, and what the first began is there when they come back",
        .timeLimit(.minutes(3))
    )
    func switching() throws {
        let desks = try desks()
        let tmux = try Tmux(width: 100, height: 30)
        try tmux.type("clear; \(Programs.foyer) --profile \(desks.robin); echo left $?")
        try tmux.see("Visitor 0")
        #expect(try !tmux.screen().contains("Sasha"))
        // An unfinished answer, and a write that waits while the hub is away.
        desks.hub.kill()
        try tmux.see("offline")
        try tmux.press("1", "c")
        try tmux.see("↑1")
        try tmux.press("3", "a")
        try tmux.see("publish")
        try tmux.press("h", "a", "l", "f")
        try tmux.see("half")
        try tmux.press("Escape")
        try tmux.see("Your text is kept")

        try tmux.press("Space", "a")
        try tmux.see("Robin Reed  (this desk, 1 write not sent)")
        #expect(try !tmux.screen().contains("Visitor"))
        try tmux.see("▸ Sam Sole")
        try tmux.press("Enter")
        try tmux.see("Sasha Quill")
        #expect(try !tmux.screen().contains("Visitor 0"))
        #expect(try !tmux.screen().contains("left"))
        // Nothing of Robin's desk is open any more, nor in a process that would go on.
        let open = try Run.text(
            "/usr/bin/env",
            "bash",
            "-c",
            "ls -l /proc/[0-9]*/fd 2>/dev/null; true"
        )
        #expect(!open.contains(desks.robin + "/"))

        // Sam chooses a PIN; Robin's desk has none, and is opened from the lock.
        try tmux.press("L", "4", "7", "1", "1", "Enter")
        try tmux.see("once more")
        try tmux.press("4", "7", "1", "1", "Enter")
        try tmux.see("Foyer is locked")
        try tmux.press("Tab")
        try tmux.see("▸ Robin Reed  (1 write not sent)")
        try tmux.press("Enter")
        try tmux.see("Visitor 0")
        try tmux.see("↑1")
        try tmux.press("3", "a")
        try tmux.see("half")
        try tmux.press("Escape")
        try tmux.see("Your text is kept")
        try tmux.press("Space", "a")
        try tmux.see("▸ Sam Sole  (PIN)")
        try tmux.press("Enter")
        try tmux.see("Foyer is locked")
        #expect(try !tmux.screen().contains("Sasha"))
        try tmux.press("4", "7", "1", "1", "Enter")
        try tmux.see("Sasha Quill")
        try tmux.press("q")
        try tmux.see("left 0")
        #expect(try tmux.word("alternate_on") == "0")
        // What Robin wrote is Robin's, and goes out as theirs.
        try desks.hub.restart()
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", desks.robin)
        #expect(try desks.outbox(desks.robin).map(\.state) == ["applied"])
        #expect(try desks.outbox(desks.sam).isEmpty)
    }

    @Test("a desk that another program has open is not opened from here", .timeLimit(.minutes(2)))
    func openElsewhere() throws {
        let desks = try desks()
        let other = try Tmux(width: 100, height: 30)
        try other.type("clear; \(Programs.foyer) --profile \(desks.sam)")
        try other.see("Sasha Quill")
        let tmux = try Tmux(width: 100, height: 30)
        try tmux.type("clear; \(Programs.foyer) --profile \(desks.robin); echo left $?")
        try tmux.see("Visitor 0")
        try tmux.press("Space", "a")
        try tmux.see("Sam Sole  (open in another program)")
        try tmux.press("Enter")
        try tmux.see("leave it there first")
        try tmux.press("Escape")
        try tmux.see("Visitor 0")
        try tmux.press("q")
        try tmux.see("left 0")
    }
}
