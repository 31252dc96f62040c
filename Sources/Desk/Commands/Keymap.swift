package import Screen

/// The agent's own keys: what a keymap file says.
///
///     zoom = ["Z", "F11"]
///     tour-view = "g v"
package struct Keymap: Equatable, Sendable {
    private var rows: [Row] = []

    private struct Row: Equatable, Sendable {
        var id: CommandID
        /// Each as in the command table.
        var keys: [String]
        var line: Int?
    }

    /// Reads a keymap's text; what is wrong is named by its line, with what was probably meant.
    package init(_ text: String) throws(FileProblem) {
        for entry in try TextTable(text).entries {
            guard let id = CommandID(rawValue: entry.key) else {
                let hint = Nearest.hint(to: entry.key, among: CommandID.allCases.map(\.rawValue))
                throw FileProblem(
                    line: entry.line,
                    reason: "there is no command \(entry.key)\(hint)"
                )
            }
            let keys: [String]
            switch entry.value {
            case .text(let key): keys = [key]
            case .texts(let list): keys = list
            case .flag, .number, .other:
                throw FileProblem(
                    line: entry.line,
                    reason: "\(entry.key) takes a key like \"Z\", or a list like [\"Z\", \"g z\"]"
                )
            }
            rows.append(Row(id: id, keys: try Self.read(keys, entry), line: entry.line))
        }
    }

    /// The table with these keys instead of its own.
    package func table(over table: CommandTable = .standard) throws(FileProblem) -> CommandTable {
        var commands = table.commands
        for row in rows {
            guard let index = commands.firstIndex(where: { $0.id == row.id }) else { continue }
            commands[index].keys = row.keys
            try check(commands[index], row.line)
        }
        let table = CommandTable(commands: commands)
        if let clash = table.clashes.first { throw problem(clash) }
        return table
    }

    /// Keys by single blanks, every one of which a terminal can send.
    private static func read(
        _ keys: [String],
        _ entry: TextTable.Entry
    ) throws(FileProblem) -> [String] {
        for key in keys {
            let parts = key.split(separator: " ").map(String.init)
            if parts.isEmpty {
                throw FileProblem(
                    line: entry.line,
                    reason: "\(entry.key): the blank is called Space; [] takes all keys away"
                )
            }
            for part in parts where !KeyName.isKnown(part) {
                let hint = KeyName.hint(to: part)
                throw FileProblem(
                    line: entry.line,
                    reason: "\(entry.key): \(part) is no key\(hint)"
                )
            }
        }
        return keys.map { $0.split(separator: " ").joined(separator: " ") }
    }

    /// Where one types, a key that types a character must go on doing so.
    private func check(_ command: Command, _ line: Int?) throws(FileProblem) {
        guard
            let place = Place.allCases.first(where: {
                command.places.contains($0) && $0.isTypedInto
            })
        else { return }
        for keys in command.sequences where KeyName.types(keys[0]) {
            throw FileProblem(
                line: line,
                reason: """
                    \(command.id.rawValue): \(keys[0]) types a character \
                    \(place.title.lowercased()); take a key with Ctrl or Alt
                    """
            )
        }
    }

    private func problem(_ clash: KeyClash) -> FileProblem {
        let line = rows.last { $0.id == clash.first || $0.id == clash.second }?.line
        let (first, second) = (clash.first.rawValue, clash.second.rawValue)
        let what =
            clash.isBeginning
            ? "\(clash.keys) runs \(first), and \(second) begins with it"
            : "\(clash.keys) runs both \(first) and \(second)"
        return FileProblem(
            line: line,
            reason: "\(what) (\(clash.place.title)); give one of them another key"
        )
    }
}

extension Place {
    /// Whether keys type there.
    var isTypedInto: Bool {
        switch self {
        case .field, .menu, .form, .lock: true
        case .leads, .conversation, .questions, .tours, .grab, .attention, .email, .insights,
            .report, .shift, .status:
            false
        }
    }
}
