import Foundation
import Testing

/// The colours of the built desk, chosen by the terminal, by files and by hand.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct ThemeTests {
    /// A tmux whose shell keeps its configuration in the test's own folder.
    private func begin(_ environment: [String: String] = [:]) throws -> (Tmux, Scratch) {
        let scratch = try Scratch()
        let home = ["XDG_CONFIG_HOME": scratch.file("config")]
        let tmux = try Tmux(
            width: 100,
            height: 30,
            environment: home.merging(environment, uniquingKeysWith: { $1 })
        )
        return (tmux, scratch)
    }

    private func open(_ tmux: Tmux, _ arguments: String = "") throws {
        try tmux.type("clear; \(Programs.foyer) demo \(arguments); echo left $?")
        try tmux.see("1 Leads")
    }

    /// The screen with its colours.
    private func painted(_ tmux: Tmux) throws -> String {
        try tmux.tmux(["capture-pane", "-p", "-e"])
    }

    private func see(_ tmux: Tmux, color index: Int) throws {
        do {
            try eventually("colour \(index)") { try painted(tmux).contains("48;5;\(index)m") }
        } catch {
            throw Failure("never seen: colour \(index); the screen was:\n\(try painted(tmux))")
        }
    }

    @Test("auto takes the light theme where the terminal says that its paper is light")
    func automatic() throws {
        let (light, _) = try begin(["COLORFGBG": "0;15"])
        try open(light)
        // The paper of light.toml and of dark.toml among the 256 colours.
        try see(light, color: 231)
        let (dark, _) = try begin(["COLORFGBG": "15;0"])
        try open(dark)
        try see(dark, color: 234)
    }

    @Test("a theme is drawn as soon as its file is saved, and a wrong key is named with its line")
    func saved() throws {
        let (tmux, scratch) = try begin()
        func save(_ text: String) throws {
            _ = try scratch.write(text, to: "config/foyer/themes/mine.toml")
        }
        let paper = { (hex: String) in "extends = \"dark\"\n[palette]\npaper = \"\(hex)\"\n" }
        try save(paper("#000087"))
        _ = try scratch.write("theme = \"mine\"\n", to: "config/foyer/desk.toml")
        try open(tmux)
        try see(tmux, color: 18)
        try save(paper("#5f0000"))
        try see(tmux, color: 52)
        try save(paper("#5f0000") + "papr = 3\n")
        try tmux.see("themes/mine.toml:4: papr takes a colour")
        #expect(try painted(tmux).contains("48;5;52m"))
        try tmux.press(":")
        try tmux.send("theme gruvbox-l")
        try see(tmux, color: 230)
        try tmux.press("Escape")
        try see(tmux, color: 52)
    }

    @Test("a setting that nobody knows is named with its file, its line and the nearest right one")
    func wrongSetting() throws {
        let scratch = try Scratch()
        let file = try scratch.write("# mine\nthme = \"dark\"\n", to: "config/foyer/desk.toml")
        let run = try Run(
            Programs.foyer,
            ["demo"],
            environment: ["XDG_CONFIG_HOME": scratch.file("config")]
        )
        #expect(run.status == 1)
        #expect(run.errors.contains("\(file):2: thme is no setting; did you mean theme?"))
    }
}
