import Foundation
import Glibc
import Testing

/// The terminal is given back as it was on every way out.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct GivenBackTests {
    // What is typed stands on the screen too, so the words that are waited for are typed otherwise.

    /// A demo that runs, with the modes of the line before it.
    private func demo() throws -> (tmux: Tmux, modes: String) {
        let tmux = try Tmux(width: 100, height: 30)
        try tmux.type("stty -g > \(tmux.scratch.file("before")); echo ke''pt")
        try tmux.see("kept")
        let modes = try String(contentsOfFile: tmux.scratch.file("before"), encoding: .utf8)
        try tmux.type("clear; \(Programs.foyer) demo; echo left $?")
        try tmux.see("1 Leads", within: 60)
        return (tmux, modes)
    }

    private func expectGivenBack(_ tmux: Tmux, _ modes: String) throws {
        try tmux.see("left")
        #expect(try tmux.word("alternate_on") == "0")
        #expect(try tmux.word("cursor_flag") == "1")
        #expect(try tmux.word("mouse_any_flag") == "0")
        #expect(try tmux.word("bracketed_paste_flag").contains("1") == false)
        try tmux.type("stty -g > \(tmux.scratch.file("after")); echo ag''ain")
        try tmux.see("again")
        #expect(try String(contentsOfFile: tmux.scratch.file("after"), encoding: .utf8) == modes)
    }

    /// The process id of the demo in this pane.
    private func process(_ tmux: Tmux) throws -> pid_t {
        let shell = try tmux.word("pane_pid")
        let children = try Run.text("/usr/bin/pgrep", "-P", shell)
        return try #require(pid_t(children.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    @Test("after q and after Ctrl-C", arguments: ["q", "C-c"])
    func keys(key: String) throws {
        let (tmux, modes) = try demo()
        try tmux.press(key)
        try expectGivenBack(tmux, modes)
        #expect(try tmux.screen().contains("left 0"))
    }

    @Test("after SIGTERM, SIGHUP and SIGINT", arguments: [SIGTERM, SIGHUP, SIGINT])
    func signals(signal: Int32) throws {
        let (tmux, modes) = try demo()
        kill(try process(tmux), signal)
        try expectGivenBack(tmux, modes)
    }

    @Test(
        "after a crash, whose trace does not stand on the screen",
        arguments: [SIGSEGV, SIGILL, SIGABRT]
    )
    func crashes(signal: Int32) throws {
        let (tmux, modes) = try demo()
        kill(try process(tmux), signal)
        try expectGivenBack(tmux, modes)
        let screen = try tmux.tmux(["capture-pane", "-p", "-J"])
        #expect(!screen.contains("1 Leads"))
        let line = try #require(
            screen.split(separator: "\n").first { $0.hasPrefix("foyer crashed") }
        )
        let report = try URL(filePath: String(#require(line.split(separator: " ").last)))
        let trace = try String(contentsOf: report, encoding: .utf8)
        // A demo that crashed keeps its directory, for the report's sake.
        let directory = report.deletingLastPathComponent().deletingLastPathComponent()
        try FileManager.default.removeItem(at: directory)
        #expect(trace.contains("libc"))
    }

    @Test("failure 50: Ctrl-Z stops it, fg brings it back, and nothing is lost")
    func stop() throws {
        let (tmux, modes) = try demo()
        try tmux.press("C-z")
        try tmux.see("Stopped")
        #expect(try tmux.word("alternate_on") == "0")
        try tmux.type("fg")
        try tmux.see("1 Leads")
        #expect(try tmux.word("alternate_on") == "1")
        try tmux.press("q")
        try expectGivenBack(tmux, modes)
    }

    @Test("a terminal that is gone ends the program within a second")
    func gone() throws {
        let (tmux, _) = try demo()
        let process = try process(tmux)
        try tmux.tmux(["kill-server"])
        try eventually("the end of the program", within: 2) { hasEnded(process) }
    }

    /// Whether the process has ended, taken away by its parent or not: whose shell went with the
    /// terminal is left to the first process of the machine, which takes it when it comes round.
    private func hasEnded(_ process: pid_t) -> Bool {
        guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let name = line.lastIndex(of: ")")
        else { return true }
        return line[name...].dropFirst(2).first == "Z"
    }
}
