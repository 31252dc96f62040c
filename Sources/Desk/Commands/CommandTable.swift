/// The commands with their keys.
package struct CommandTable: Equatable, Sendable {
    package private(set) var commands: [Command]
    private var byKey: [Binding: Int] = [:]

    private struct Binding: Hashable, Sendable {
        var place: Place
        var key: String
    }

    /// The table as shipped.
    package static let standard = CommandTable(commands: Command.all)

    /// Binds every key of every command; of two that claim a key in one place the first has it.
    package init(commands: [Command]) {
        self.commands = commands
        for (index, command) in commands.enumerated() {
            for place in command.places {
                for key in command.keys where byKey[Binding(place: place, key: key)] == nil {
                    byKey[Binding(place: place, key: key)] = index
                }
            }
        }
    }

    /// This table with other keys for some commands, from names to keys such as
    /// `["zoom": ["Z", "F11"]]`.
    package func rebinding(_ keys: [String: [String]]) throws(KeymapProblem) -> CommandTable {
        var commands = commands
        for (name, keys) in keys.sorted(by: { $0.key < $1.key }) {
            guard let index = commands.firstIndex(where: { $0.id.rawValue == name }) else {
                throw .unknownCommand(name)
            }
            commands[index].keys = keys
        }
        let table = CommandTable(commands: commands)
        if let clash = table.clashes.first { throw .clash(clash) }
        return table
    }

    /// Keys that two commands claim in one place.
    package var clashes: [KeyClash] {
        var owners: [Binding: CommandID] = [:]
        var clashes: [KeyClash] = []
        for command in commands {
            for place in Place.allCases where command.places.contains(place) {
                for key in command.keys {
                    let binding = Binding(place: place, key: key)
                    if let first = owners[binding] {
                        clashes.append(
                            KeyClash(key: key, place: place, first: first, second: command.id)
                        )
                    } else {
                        owners[binding] = command.id
                    }
                }
            }
        }
        return clashes
    }

    /// What a key runs there.
    package func command(for key: String, in place: Place) -> Command? {
        byKey[Binding(place: place, key: key)].map { commands[$0] }
    }

    /// The row of a command; every id has one.
    package func command(_ id: CommandID) -> Command? {
        commands.first { $0.id == id }
    }
}

/// One key, two commands.
package struct KeyClash: Equatable, Sendable {
    package var key: String
    package var place: Place
    package var first: CommandID
    package var second: CommandID
}

/// Why a keymap cannot be used.
package enum KeymapProblem: Error, Equatable, Sendable, CustomStringConvertible {
    case unknownCommand(String)
    case clash(KeyClash)

    package var description: String {
        switch self {
        case .unknownCommand(let name):
            "keymap: there is no command \(name). The names are those of the help on ?."
        case .clash(let clash):
            """
            keymap: \(clash.key) runs both \(clash.first.rawValue) and \(clash.second.rawValue) \
            in \(clash.place.title). Give one of them another key.
            """
        }
    }
}
