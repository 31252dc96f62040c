import Foundation
import Testing

/// `$EDITOR` on the built desk, with scripts in the place of editors.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct OutsideEditorTests {
    private let desk: LoneDesk
    private let scratch: Scratch

    init() throws {
        desk = try LoneDesk()
        scratch = try Scratch()
    }

    private var folder: String { "\(desk.profile)/editing" }

    private func files() -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    /// A terminal whose editor is that script, which is given an argument of its own first.
    private func terminal(_ script: String) throws -> Tmux {
        let path = try scratch.write("#!/bin/sh\n\(script)\n", to: "editor")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return try Tmux(
            width: 120,
            height: 40,
            environment: ["VISUAL": "", "EDITOR": "\(path) --wait"]
        )
    }

    private func answer(_ tmux: Tmux) throws {
        try desk.open(tmux, until: "1 pending")
        try tmux.press("3", "a")
        try tmux.see("publish")
    }

    @Test("what was typed and what the editor saved are sent together, and no file stays")
    func there() throws {
        let note = scratch.file("note")
        let tmux = try terminal(
            #"""
            echo "$# $1 $(stat -c %a "$2") $(stat -c %a "$(dirname "$2")")" > NOTE
            echo "this is the editor; Enter ends it"; read line
            printf ' space \033[31meach.\n' >> "$2"; : > "$2~"
            """#
            .replacing("NOTE", with: note)
        )
        try answer(tmux)
        try tmux.press("O", "n", "e")
        try tmux.see("One")
        try tmux.press("C-e")
        try tmux.see("this is the editor")
        try tmux.press("Enter")
        try tmux.see("One space [31meach.")
        #expect(try String(contentsOfFile: note, encoding: .utf8) == "2 --wait 600 700\n")
        #expect(files().isEmpty)
        try tmux.press("C-s")
        try tmux.see("u takes it back")
        try eventually("the hub's word") { try desk.writes()["answer_question"] == "applied" }
        try desk.close(tmux)
    }

    @Test("Ctrl-C ends the editor alone, and an editor that is missing is named")
    func ends() throws {
        let tmux = try terminal("echo the editor runs; exec sleep 1000")
        try answer(tmux)
        try tmux.press("Y", "e", "s", "C-e")
        try tmux.see("the editor runs")
        try tmux.press("C-c")
        try tmux.see("Your editor was ended by signal 2. The text is as it was.")
        try tmux.see("Yes")
        try FileManager.default.removeItem(atPath: scratch.file("editor"))
        try tmux.press("C-e")
        try tmux.see("does not start: No such file or directory")
        #expect(files().isEmpty)
        try tmux.press("Escape")
        try tmux.see("Your text is kept.")
        try desk.close(tmux)
    }

    @Test("a desk that is killed beside the editor finds what was saved, and removes the file")
    func killed() throws {
        let tmux = try terminal(#"printf 'Saved in time.' > "$2"; echo saved; exec sleep 1000"#)
        try answer(tmux)
        try tmux.press("Y", "e", "s", "C-e")
        try tmux.see("saved")
        #expect(files().count == 1)
        _ = try Run("/usr/bin/env", ["pkill", "-KILL", "-f", "foyer --profile \(desk.profile)"])
        let again = try terminal("true")
        try desk.open(again, until: "1 pending")
        try again.press("3", "a")
        try again.see("Saved in time.")
        #expect(files().isEmpty)
        try again.press("Escape")
        try again.see("Your text is kept.")
        try desk.close(again)
    }

    @Test(
        "a desk that ends beside an editor that will not ends it, and keeps what was saved",
        arguments: ["the desk is told to end", "the terminal is gone"]
    )
    func ended(how: String) throws {
        let tmux = try terminal(
            #"""
            trap '' TERM HUP
            printf 'Saved in time.' > "$2"; echo saved
            while :; do sleep 0.1; done
            """#
        )
        try answer(tmux)
        try tmux.press("Y", "e", "s", "C-e")
        try tmux.see("saved")
        let program = "^\(Programs.foyer) --profile \(desk.profile)"
        if how == "the terminal is gone" {
            try tmux.tmux(["kill-server"])
        } else {
            _ = try Run("/usr/bin/env", ["pkill", "-TERM", "-f", program])
        }
        for program in ["^/bin/sh \(scratch.path)/editor", program] {
            try eventually("the end of \(program)", within: 10) {
                try Run("/usr/bin/env", ["pgrep", "-f", program]).status != 0
            }
        }
        #expect(files().isEmpty)
        let again = try terminal("true")
        try desk.open(again, until: "1 pending")
        try again.press("3", "a")
        try again.see("Saved in time.")
        try again.press("Escape")
        try again.see("Your text is kept.")
        try desk.close(again)
    }
}
