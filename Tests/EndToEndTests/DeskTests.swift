import Foundation
import Glibc
import Testing

/// The built desk in a real terminal, over a real hub.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct DeskTests {
    private let desk: LoneDesk

    init() throws {
        desk = try LoneDesk()
    }

    private func open(_ tmux: Tmux, _ arguments: String = "") throws {
        try desk.open(tmux, arguments, until: "● live")
    }

    @Test("the desk opens, shows the leads live, and its keys do what the footer says")
    func walk() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        try tmux.see("Avery Stone")
        try tmux.press("/")
        try tmux.type("jessup")
        try tmux.seeNoMore("Avery Stone")
        try tmux.press("Enter")
        try tmux.see("Is the pool open?")
        try tmux.press("Escape", "Escape")
        try tmux.see("Avery Stone")
        try tmux.press("3")
        try tmux.see("Is parking included?")
        try tmux.press("?")
        try tmux.see("type to find, Enter runs it")
        try tmux.press("Escape")
        try tmux.seeNoMore("type to find, Enter runs it")
        try tmux.press("q")
        try tmux.see("left 0")
    }

    @Test("a message that the platform writes appears by itself")
    func live() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        let talk = desk.company.conversation(0)
        _ = try desk.scratch.write(
            """
            id,conversation_id,sender_type,message_text,timestamp,message_type
            00000008-0000-4000-8000-0000000f0000,\(talk),user,"and a parrot?",\
            2026-11-23T16:00:00Z,text

            """,
            to: "more/message.csv"
        )
        _ = try Run.text(
            Programs.hub,
            "import",
            "--database",
            desk.hub.database,
            desk.scratch.file("more")
        )
        try tmux.see("and a parrot?")
    }

    @Test("a hub that goes is said, the rows stay, and its return is noticed")
    func offline() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        try tmux.see("Avery Stone")
        desk.hub.kill()
        try tmux.see("offline")
        #expect(try tmux.screen().contains("Avery Stone"))
        try desk.hub.restart()
        try tmux.press("r")
        try tmux.see("● live")
    }

    @Test("failure 31: a terminal that is revoked while it waits says so and keeps nothing")
    func revoked() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        try tmux.see("Avery Stone")
        let devices = try Run.text(
            Programs.hub,
            "devices",
            "--json",
            "--database",
            desk.hub.database
        )
        let device = try #require(
            devices.firstMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/)
        )
        _ = try Run.text(
            Programs.hub,
            "revoke",
            String(device.0),
            "--database",
            desk.hub.database
        )
        try tmux.see("revoked")
        try tmux.seeNoMore("Avery Stone")
        try tmux.press("q")
        try tmux.see("left 0")
        let files = try FileManager.default.contentsOfDirectory(atPath: desk.profile + "/replica")
        #expect(!files.contains { $0.hasSuffix(".sqlite") })
    }

    @Test("failure 39: a second desk on one profile says who holds it")
    func twice() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        let run = try Run(Programs.foyer, ["sync", "--once", "--profile", desk.profile])
        #expect(run.status == 1)
        #expect(run.errors.contains("is in use by"))
        let verified = try Run.text(Programs.foyer, "verify", "--profile", desk.profile)
        #expect(verified.hasPrefix("equal:"))
    }

    @Test("every size gives a whole screen, through a storm of resizes", .timeLimit(.minutes(2)))
    func sizes() throws {
        let tmux = try Tmux(width: 120, height: 40)
        try open(tmux)
        for (width, height) in [(300, 80), (80, 24), (60, 16), (79, 20), (200, 60), (120, 40)] {
            try tmux.resize(width, height)
            try eventually("a screen of \(width)x\(height)") {
                let lines = try tmux.screen().split(separator: "\n")
                return lines.count == height && lines.last?.contains("Enter open") == true
            }
        }
        try tmux.resize(59, 16)
        try tmux.see("Foyer needs 60x16")
        for width in 60...120 { try tmux.resize(width, 20 + width % 7) }
        try tmux.resize(120, 40)
        try tmux.see("4 Tours")
        #expect(try tmux.screen().contains("Avery Stone"))
    }

    @Test("NO_COLOR leaves no colour, and the screen says the same", arguments: [true, false])
    func colors(isWanted: Bool) throws {
        let tmux = try Tmux(
            width: 100,
            height: 30,
            environment: isWanted ? [:] : ["NO_COLOR": "1"]
        )
        let log = tmux.scratch.file("bytes")
        try tmux.record(to: log)
        try open(tmux, "--theme light")
        try tmux.see("Avery Stone")
        try tmux.press("q")
        try tmux.see("left 0")
        let bytes = try String(decoding: Data(contentsOf: URL(filePath: log)), as: UTF8.self)
        #expect(bytes.contains("38;5;") == isWanted)
        #expect(bytes.contains("Avery Stone"))
    }
}
