import Foundation
import GRDB
import Testing

/// What an agent does with keys on the built desk, over a real hub.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct DeskWritingTests {
    private let scratch: Scratch
    private let database: String
    private let profile: String

    private static let talks = [
        SmallCompany.Talk(
            name: "Avery Stone",
            messages: ["Do you allow two cats?", "Yes, two."],
            question: "Is parking included?"
        ),
        SmallCompany.Talk(name: "Miles Jessup", messages: ["Is the pool open?"]),
    ]

    init() throws {
        scratch = try Scratch()
        let folder = try SmallCompany(talks: Self.talks).write(to: scratch, "csv")
        database = scratch.file("hub.sqlite")
        _ = try Run.text(Programs.hub, "import", "--database", database, folder)
        profile = scratch.file("robin")
    }

    private func open(_ tmux: Tmux) throws {
        try tmux.type("clear; \(Programs.foyer) --profile \(profile); echo left $?")
        try tmux.see("Avery Stone")
    }

    /// The states of all writes, by what they are.
    private func writes() throws -> [String: String] {
        let text = try Run.text(
            Programs.foyer,
            "outbox",
            "list",
            "--all",
            "--json",
            "--profile",
            profile
        )
        let rows = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        return Dictionary(
            (rows ?? []).map { ("\($0["kind"] ?? "")", "\($0["state"] ?? "")") },
            uniquingKeysWith: { $1 }
        )
    }

    /// The unfinished texts that the profile keeps.
    private func drafts() throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(
            path: "\(profile)/outbox.sqlite",
            configuration: configuration
        )
        return try queue.read { try String.fetchAll($0, sql: "SELECT text FROM draft") }
    }

    @Test("an answer goes from keys to the hub, and u takes it back", .timeLimit(.minutes(2)))
    func answer() throws {
        let hub = try HubProcess(database: database)
        try hub.enroll(SmallCompany.email, profile: profile)
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
        try eventually("the hub's word") { try writes()["answer_question"] == "applied" }
        try tmux.press("u")
        try tmux.see("1 pending")
        try eventually("the hub's word") { try writes()["reopen_question"] == "applied" }
        try tmux.press("q")
        try tmux.see("left 0")
        let verified = try Run.text(Programs.foyer, "verify", "--profile", profile)
        #expect(verified.hasPrefix("equal:"))
    }

    @Test(
        "failures 34 and 57: what is written while the hub is away waits, and goes out by itself",
        .timeLimit(.minutes(2))
    )
    func offline() throws {
        let hub = try HubProcess(database: database)
        try hub.enroll(SmallCompany.email, profile: profile)
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
        hub.kill()
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
        let conversation = SmallCompany(talks: Self.talks).conversation(0)
        let noted = try Run.text(
            Programs.foyer,
            "lead",
            "note",
            conversation,
            "from the shell",
            "--profile",
            profile
        )
        #expect(noted.hasPrefix("kept"))
        try tmux.see("↑3")
        try hub.restart()
        try tmux.press("r")
        try tmux.see("● live")
        try tmux.seeNoMore("↑")
        #expect(try writes() == ["assign_lead": "applied", "log_activity": "applied"])
        try tmux.press("q")
        try tmux.see("left 0")
        let verified = try Run.text(Programs.foyer, "verify", "--profile", profile)
        #expect(verified.hasPrefix("equal:"))
    }

    @Test("an unfinished text survives kill -9", .timeLimit(.minutes(2)))
    func killed() throws {
        let hub = try HubProcess(database: database)
        try hub.enroll(SmallCompany.email, profile: profile)
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        try tmux.press("3", "a")
        try tmux.see("publish")
        try tmux.press("h", "a", "l", "f")
        try tmux.see("half")
        // The screen does not wait for the disk; a busy one may be a moment behind.
        try eventually("the text on the disk") { try drafts().contains("half") }
        _ = try Run("/usr/bin/env", ["pkill", "-KILL", "-f", "foyer --profile \(profile)"])
        try tmux.see("left 137")
        try tmux.type("clear; \(Programs.foyer) --profile \(profile); echo left $?")
        try tmux.see("Avery Stone")
        try tmux.press("3", "a")
        try tmux.see("half")
    }
}
