/// The commands with their keys.
package struct CommandTable: Equatable, Sendable {
    package private(set) var commands: [Command]
    private var bound: [Binding: Int] = [:]
    /// Keys after which others must follow.
    private var begun: Set<Binding> = []

    private struct Binding: Hashable, Sendable {
        var place: Place
        /// Keys that are pressed one after the other.
        var keys: [String]
    }

    /// What keys that were pressed come to.
    enum Step: Equatable, Sendable {
        case command(Command)
        /// Others must follow.
        case begun
        case nothing
    }

    /// The table as shipped.
    package static let standard = CommandTable(commands: Command.all)

    /// Binds every key of every command; of two that claim a key in one place the first has it.
    package init(commands: [Command]) {
        self.commands = commands
        for (index, command) in commands.enumerated() {
            for place in command.places {
                for keys in command.sequences {
                    let binding = Binding(place: place, keys: keys)
                    if bound[binding] == nil { bound[binding] = index }
                    for count in 1..<max(1, keys.count) {
                        begun.insert(Binding(place: place, keys: Array(keys[..<count])))
                    }
                }
            }
        }
    }

    /// Keys that two commands claim in one place, or that begin another command's keys there.
    package var clashes: [KeyClash] {
        var owners: [Binding: CommandID] = [:]
        var clashes: [KeyClash] = []
        for command in commands {
            for place in Place.allCases where command.places.contains(place) {
                for keys in command.sequences {
                    let binding = Binding(place: place, keys: keys)
                    if let first = owners[binding] {
                        clashes.append(
                            KeyClash(keys, place, first, command.id, isBeginning: false)
                        )
                    }
                    owners[binding] = owners[binding] ?? command.id
                }
            }
        }
        return clashes + hidden(among: owners)
    }

    /// Keys that could never be pressed, for their beginning runs a command already.
    private func hidden(among owners: [Binding: CommandID]) -> [KeyClash] {
        var clashes: [KeyClash] = []
        for command in commands {
            for place in Place.allCases where command.places.contains(place) {
                for keys in command.sequences where keys.count > 1 {
                    for count in 1..<keys.count {
                        let start = Binding(place: place, keys: Array(keys[..<count]))
                        guard let first = owners[start] else { continue }
                        clashes.append(
                            KeyClash(start.keys, place, first, command.id, isBeginning: true)
                        )
                    }
                }
            }
        }
        return clashes
    }

    /// What keys that were pressed one after the other come to there.
    func step(_ keys: [String], in place: Place) -> Step {
        let binding = Binding(place: place, keys: keys)
        if let index = bound[binding] { return .command(commands[index]) }
        return begun.contains(binding) ? .begun : .nothing
    }

    /// What a key alone runs there.
    package func command(for key: String, in place: Place) -> Command? {
        bound[Binding(place: place, keys: [key])].map { commands[$0] }
    }

    /// What may follow keys that were pressed: the rest of each command's keys, in their order.
    func following(_ keys: [String], in place: Place) -> [(rest: String, command: Command)] {
        commands.filter { $0.places.contains(place) }.flatMap { command in
            command.sequences.filter { $0.count > keys.count && $0.starts(with: keys) }.map {
                (rest: $0.dropFirst(keys.count).joined(separator: " "), command: command)
            }
        }
        .sorted { $0.rest < $1.rest }
    }

    /// The row of a command; every id has one.
    package func command(_ id: CommandID) -> Command? {
        commands.first { $0.id == id }
    }
}

extension Command {
    /// Its keys, each as those that are pressed one after the other.
    var sequences: [[String]] {
        keys.map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    }
}

/// One key, or one beginning of keys, and two commands.
package struct KeyClash: Equatable, Sendable {
    package var keys: String
    package var place: Place
    package var first: CommandID
    package var second: CommandID
    /// Whether the second command's keys only begin with it.
    package var isBeginning: Bool

    init(
        _ keys: [String],
        _ place: Place,
        _ first: CommandID,
        _ second: CommandID,
        isBeginning: Bool
    ) {
        self.isBeginning = isBeginning
        self.keys = keys.joined(separator: " ")
        self.place = place
        self.first = first
        self.second = second
    }
}
