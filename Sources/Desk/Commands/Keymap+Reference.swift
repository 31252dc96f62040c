import Screen

// What the program says of keymaps, made from the command table.
extension Keymap {
    /// What `foyer help keys` says: the format, the names of keys, and every command.
    package static var reference: String {
        let names = CommandTable.standard.commands.map { command in
            let keys = command.keys.joined(separator: ", ")
            return """
                \(command.id.rawValue) (\(keys.isEmpty ? "no key" : keys); \(command.where))
                  \(command.help)
                """
        }
        return """
            A keymap is a TOML file. Each line gives a command its keys in place of its usual \
            ones: one key, or a list of them, or [] for none. Keys with a blank between them are \
            pressed one after the other; after the first a small list shows what may follow.

              zoom = ["Z", "F11"]
              theme = "Space c"
              suspend = []

            It is looked for in ~/.config/foyer/keymap.toml (or under $XDG_CONFIG_HOME), or where \
            --keymap says. A key that runs two commands in one place is an error that names both. \
            foyer keys prints all keys as such a file.

            Keys: a character as it is typed (j, G, ?), \(words(KeyName.others)), \
            \(words(KeyName.movers)), Shift-Tab. Ctrl- and Alt- stand before \
            them: Ctrl-p, Alt-a, Ctrl-Left. A terminal sends the same for Ctrl-i and Tab, Ctrl-m, \
            Ctrl-j and Enter, Ctrl-h and Backspace. Where one types, a key that types a character \
            cannot be taken.

            The commands:

            \(names.joined(separator: "\n"))
            """
    }

    private static func words(_ names: [String]) -> String { names.joined(separator: ", ") }

    /// A table as the text of a keymap, with what each command does.
    package static func text(of table: CommandTable) -> String {
        table.commands.map { command in
            let keys = command.keys.map { "\"\($0.replacing("\\", with: "\\\\"))\"" }
            return """
                # \(command.where): \(command.help)
                \(command.id.rawValue) = [\(keys.joined(separator: ", "))]

                """
        }
        .joined(separator: "\n")
    }
}
