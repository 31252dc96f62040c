import Screen
import Testing

@testable import Desk

struct KeymapTests {
    @Test("every command takes other keys, several of them, or none")
    func rebind() throws {
        let table = try Keymap("zoom = [\"Z\", \"F11\"]\ntheme = \"Ctrl-Left\"\nsuspend = []\n")
            .table()
        #expect(table.command(for: "Z", in: .leads)?.id == .zoom)
        #expect(table.command(for: "F11", in: .tours)?.id == .zoom)
        #expect(table.command(for: "z", in: .leads) == nil)
        #expect(table.command(for: "Ctrl-Left", in: .leads)?.id == .theme)
        #expect(table.command(for: "Ctrl-z", in: .form) == nil)
    }

    @Test("the keys that are shipped clash nowhere, and every one can be pressed")
    func standard() {
        #expect(CommandTable.standard.clashes == [])
        for command in Command.all {
            for key in command.sequences.joined() {
                #expect(KeyName.isKnown(key), "\(command.id.rawValue): \(key)")
            }
            let isTyped = command.places.contains { $0.isTypedInto }
            #expect(!isTyped || !command.sequences.contains { KeyName.types($0[0]) })
        }
        #expect(Set(Command.all.map(\.id)) == Set(CommandID.allCases))
    }

    @Test("every command can be bound to a key of its own, wherever it belongs")
    func everyOne() throws {
        for id in CommandID.allCases {
            let table = try Keymap("\(id.rawValue) = \"Ctrl-Alt-Shift-F12\"").table()
            for place in try #require(table.command(id)).places {
                #expect(table.command(for: "Ctrl-Alt-Shift-F12", in: place)?.id == id)
            }
        }
    }

    @Test(
        "what is wrong in a keymap is named with its line and what was meant",
        arguments: [
            ("\nzom = \"Z\"", "k:2: there is no command zom; did you mean zoom?"),
            ("zoom = 3", "k:1: zoom takes a key like \"Z\", or a list like [\"Z\", \"g z\"]"),
            ("zoom = \"Ctrl-P\"", "k:1: zoom: Ctrl-P is no key; did you mean Ctrl-p?"),
            ("zoom = \"C-p\"", "k:1: zoom: C-p is no key; did you mean Ctrl-p?"),
            ("zoom = \"Ctrl-m\"", "k:1: zoom: Ctrl-m is no key; a terminal sends Enter for it"),
            ("zoom = \"\"", "k:1: zoom: the blank is called Space; [] takes all keys away"),
            (
                "# ours\nzoom = \"T\"",
                "k:2: T runs both zoom and theme (Leads); give one of them another key"
            ),
            (
                "theme = \"z x\"",
                "k:1: z runs zoom, and theme begins with it (Leads); give one of them another key"
            ),
            (
                "send = \"s\"",
                "k:1: send: s types a character in a form; take a key with Ctrl or Alt"
            ),
        ]
    )
    func wrong(text: String, sentence: String) {
        #expect {
            _ = try Keymap(text).table()
        } throws: { error in
            (error as? FileProblem)?.sentence(in: "k") == sentence
        }
    }

    @Test("two commands may change places")
    func swap() throws {
        let table = try Keymap("zoom = \"T\"\ntheme = \"z\"").table()
        #expect(table.command(for: "T", in: .leads)?.id == .zoom)
        #expect(table.command(for: "z", in: .leads)?.id == .theme)
    }

    @Test("what the program prints of its keys is a keymap that says the same")
    func printed() throws {
        let text = Keymap.text(of: .standard)
        #expect(try Keymap(text).table() == .standard)
    }

    @Test("the reference names every command with its keys and what it does")
    func reference() {
        for command in Command.all {
            #expect(Keymap.reference.contains("\n\(command.id.rawValue) ("))
            #expect(Keymap.reference.contains(command.help))
            for key in command.keys { #expect(Keymap.reference.contains(key)) }
        }
    }

    @Test("after a key that begins others a list shows what may follow; Esc leaves it")
    func following() {
        var station = Station()
        station.press("<Space>")
        #expect(station.screen.contains("━ Space ━"))
        #expect(station.screen.contains("t  theme"))
        station.press("<Esc>")
        #expect(!station.screen.contains("━ Space ━"))
        #expect(station.desk.place == .leads)
        station.press("<Space>t")
        #expect(station.desk.place == .menu)
        station.press("<Esc><Space>y")
        #expect(station.screen.contains("Space y runs nothing here."))
        station.press("j<Space>z")
        #expect(station.desk.isZoomed)
    }

    @Test("a paste after a key that begins others runs nothing, and the blank is typed in a field")
    func begunAndPaste() {
        var station = Station()
        station.press("<Space>")
        station.send(.input(.paste("z")))
        #expect(!station.desk.isZoomed)
        station.press("<Esc>z")
        #expect(station.desk.isZoomed)
        station.press("/two")
        station.send(.input(.key(Key(typing: " "))))
        station.press("zoom")
        #expect(station.desk.leads.filterText == "two zoom")
    }

    @Test("hints say the keys that the agent has, and the palette where there is none")
    func hints() throws {
        let commands = try Keymap("zoom = \"Z\"\nquit = \"Q\"\nback = \"B\"").table()
        var desk = DeskState(width: 160, height: 40, now: Office.now, commands: commands)
        _ = desk.update(.input(.key(key(named: "B"))))
        let screen = desk.view().lines.joined(separator: "\n")
        #expect(screen.contains("This is where B leads; Q leaves the desk."))
    }
}
