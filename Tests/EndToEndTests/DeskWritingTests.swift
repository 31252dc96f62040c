import Foundation
import GRDB
import Testing

/// What an agent does with keys on the built desk, over a real hub.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct DeskWritingTests {
    private let desk: LoneDesk

    init() throws {
        desk = try LoneDesk()
    }

    private func open(_ tmux: Tmux) throws {
        try desk.open(tmux, until: "Avery Stone")
    }

    /// The unfinished texts that the profile keeps.
    private func drafts() throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(
            path: "\(desk.profile)/outbox.sqlite",
            configuration: configuration
        )
        return try queue.read { try String.fetchAll($0, sql: "SELECT text FROM draft") }
    }

    @Test("an answer goes from keys to the hub, and u takes it back", .timeLimit(.minutes(2)))
    func answer() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        try tmux.see("1 pending")
        try tmux.press("3", "a")
        try tmux.see("publish")
        try tmux.press("O", "n", "e", "Space", "s", "p", "a", "c", "e", ".")
        try tmux.see("One space.")
        try tmux.press("C-s")
        try tmux.see("u takes it back")
        try tmux.see("0 pending")
        try eventually("the hub's word") { try desk.writes()["answer_question"] == "applied" }
        try tmux.press("u")
        try tmux.see("1 pending")
        try eventually("the hub's word") { try desk.writes()["reopen_question"] == "applied" }
        try desk.close(tmux)
    }

    @Test(
        "failures 34 and 57: what is written while the hub is away waits, and goes out by itself",
        .timeLimit(.minutes(2))
    )
    func offline() throws {
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", desk.profile)
        desk.hub.kill()
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        try tmux.see("offline")
        try tmux.press("1", "c")
        try tmux.see("↑1")
        try tmux.press("e")
        try tmux.see("your text is kept")
        try tmux.press("h", "i")
        try tmux.press("C-s")
        try tmux.see("↑2")
        // Another process writes beside it, and the desk shows that too.
        let conversation = desk.company.conversation(0)
        let noted = try Run.text(
            Programs.foyer,
            "lead",
            "note",
            conversation,
            "from the shell",
            "--profile",
            desk.profile
        )
        #expect(noted.hasPrefix("kept"))
        try tmux.see("↑3")
        try desk.hub.restart()
        try tmux.press("r")
        try tmux.see("● live")
        try tmux.seeNoMore("↑")
        #expect(try desk.writes() == ["assign_lead": "applied", "log_activity": "applied"])
        try desk.close(tmux)
    }

    @Test("an unfinished text survives kill -9", .timeLimit(.minutes(2)))
    func killed() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        // What is pressed before the question is here is for no question.
        try tmux.see("Is parking included?")
        try tmux.press("3", "a")
        try tmux.see("publish")
        try tmux.press("h", "a", "l", "f")
        try tmux.see("half")
        // The screen does not wait for the disk; a busy one may be a moment behind.
        try eventually("the text on the disk") { try drafts().contains("half") }
        _ = try Run("/usr/bin/env", ["pkill", "-KILL", "-f", "foyer --profile \(desk.profile)"])
        try tmux.see("left 137")
        try tmux.type("clear; \(Programs.foyer) --profile \(desk.profile); echo left $?")
        try tmux.see("Is parking included?")
        try tmux.press("3", "a")
        try tmux.see("half")
    }
}
