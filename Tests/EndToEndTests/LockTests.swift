import Foundation
import Testing

/// The lock of the built desk.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct LockTests {
    @Test(
        "a PIN covers the desk over its end and a kill -9, and wrong ones cost time either way",
        .timeLimit(.minutes(2))
    )
    func lock() throws {
        let desks = try Desks(questions: 1)
        let tmux = try Tmux(width: 100, height: 30)
        let desk = "clear; \(Programs.foyer) --profile \(desks.robin); echo left $?"
        try tmux.type(desk)
        try tmux.see("Visitor 0")
        try tmux.press("L")
        try tmux.see("Choose a PIN")
        try tmux.press("4", "7", "1", "1", "Enter")
        try tmux.see("once more")
        try tmux.press("4", "7", "1", "1", "Enter")
        try tmux.see("Foyer is locked")
        #expect(try !tmux.screen().contains("Visitor"))
        try tmux.press("4", "7", "1", "1", "Enter")
        try tmux.see("Visitor 0")
        // Whoever brings it back may be another.
        try tmux.press("C-z")
        try tmux.see("Stopped")
        try tmux.type("clear; fg; echo left $?")
        try tmux.see("Foyer is locked")
        try tmux.press("4", "7", "1", "1", "Enter")
        try tmux.see("Visitor 0")
        // In one piece, as from somebody who types ahead for the shell.
        try tmux.send("qc")
        try tmux.see("left 0")
        #expect(try desks.outbox(desks.robin).allSatisfy { $0.kind != "assign_lead" })

        try tmux.type(desk)
        try tmux.see("Foyer is locked")
        for left in ["4 more", "3 more", "2 more", "One more"] {
            try tmux.press("1", "2", "3", "4", "Enter")
            try tmux.see(left)
        }
        // What counts the tries is on disk before a PIN is looked at.
        let file = desks.robin + "/pin.json"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(!text.contains("4711"))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        try tmux.tmux(["kill-server"])
        let again = try Tmux(width: 100, height: 30)
        try again.type(desk)
        try again.see("Foyer is locked")
        try again.press("1", "2", "3", "4", "Enter")
        try again.see("Too many were wrong. Try again in ")
        try again.press("4", "7", "1", "1")
        try again.see("PIN  ••••")
        try again.press("Enter")
        try again.see("PIN  ____")
        #expect(try again.screen().contains("Too many were wrong. Try again in "))
        #expect(try !again.screen().contains("Visitor"))
    }

    @Test("enrolling the terminal anew opens it where the PIN was forgotten")
    func forgotten() throws {
        let desks = try Desks(questions: 1)
        let file = desks.robin + "/pin.json"
        #expect(FileManager.default.createFile(atPath: file, contents: Data("{}".utf8)))
        try desks.hub.enroll(SmallCompany.email, profile: desks.robin, replacing: true)
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("the file of settings says after how many minutes the desk locks itself")
    func setting() throws {
        let scratch = try Scratch()
        _ = try scratch.write("lock_minutes = 0\n", to: "foyer/desk.toml")
        let run = try Run(
            Programs.foyer,
            ["demo"],
            environment: ["XDG_CONFIG_HOME": scratch.file("")]
        )
        #expect(run.status != 0)
        #expect(run.errors.contains("desk.toml:1: lock_minutes takes a whole number, 1 to 480"))
    }
}
