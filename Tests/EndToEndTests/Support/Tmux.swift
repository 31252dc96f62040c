import Foundation

/// A tmux of one test: a real terminal emulator, seen and pressed from outside.
final class Tmux {
    let scratch: Scratch

    static let isHere = Programs.isInstalled("tmux")

    /// Begins a session that runs a shell, so that what a program leaves behind can be seen.
    init(width: Int, height: Int, environment: [String: String] = [:]) throws {
        scratch = try Scratch()
        var arguments = [
            "-f", "/dev/null", "start-server", ";", "set-option", "-g", "default-terminal",
            "tmux-256color", ";", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
        ]
        // What runs the tests may ask for no colour, or name an editor; a test says so itself.
        // Whoever runs the tests has seen the desk before.
        _ = try scratch.write("", to: "state/foyer/tour-seen")
        let usual = [
            "LC_ALL": "C.UTF-8", "PS1": "$ ", "NO_COLOR": "", "COLORTERM": "",
            "XDG_STATE_HOME": scratch.file("state"), "VISUAL": "", "EDITOR": "",
            // A shell that ends with its terminal must not write where a scratch is removed.
            "HISTFILE": "",
        ]
        for (name, value) in usual.merging(environment, uniquingKeysWith: { $1 }) {
            arguments += ["-e", "\(name)=\(value)"]
        }
        _ = try tmux(arguments + ["bash --norc --noprofile"])
        try eventually("a shell") { try screen().contains { "$#".contains($0) } }
    }

    deinit {
        let shell = try? word("pane_pid")
        _ = try? tmux(["kill-server"])
        // What the shell had begun may still be writing, and its files are removed next.
        guard let shell, !shell.isEmpty else { return }
        try? eventually("the end of the shell's programs", within: 5) {
            try Run("/usr/bin/env", ["pgrep", "-r", "D,R,S,T", "-s", shell]).status != 0
        }
    }

    @discardableResult
    func tmux(_ arguments: [String]) throws -> String {
        let run = try Run("/usr/bin/env", ["tmux", "-S", scratch.file("tmux")] + arguments)
        guard run.status == 0 else { throw Failure("tmux \(arguments): \(run.errors)") }
        return run.output
    }

    /// What the screen shows, line by line.
    func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

    /// Types a line into the shell.
    func type(_ line: String) throws {
        try send(line)
        try press("Enter")
    }

    /// Sends letters, or a terminal's own sequences, as they are and all at once.
    func send(_ letters: String) throws {
        try tmux(["send-keys", "-l", letters])
    }

    /// Pastes a text, as bracketed paste where the program has asked for that.
    func paste(_ text: String) throws {
        try tmux(["load-buffer", try scratch.write(text, to: "pasted")])
        try tmux(["paste-buffer", "-p", "-d"])
    }

    /// Presses keys by tmux's names.
    func press(_ keys: String...) throws {
        for key in keys { try tmux(["send-keys", key]) }
    }

    /// Waits until the screen shows a text.
    func see(_ text: String, within seconds: Double = 30) throws {
        do {
            try eventually(text, within: seconds) { try screen().contains(text) }
        } catch {
            throw Failure("never seen: \(text); the screen was:\n\(try screen())")
        }
    }

    /// Waits until the screen shows a text no more.
    func seeNoMore(_ text: String) throws {
        try eventually("no \(text)") { try !screen().contains(text) }
    }

    /// One of tmux's own words about the pane, such as `alternate_on`.
    func word(_ name: String) throws -> String {
        try tmux(["display-message", "-p", "#{\(name)}"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func resize(_ width: Int, _ height: Int) throws {
        try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
    }

    /// Keeps every byte that the program writes, from now on.
    func record(to path: String) throws {
        try tmux(["pipe-pane", "-O", "cat > '\(path)'"])
    }
}
