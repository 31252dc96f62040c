import Screen

// After a key that begins others: a small list of what may follow.
extension DeskState {
    /// Takes a key where others may follow it, or where it follows one.
    mutating func take(_ key: Key) -> [DeskEffect] {
        notice = nil
        leads.calm()
        office.forgetOpening()
        report.wanted = nil
        early = nil
        let keys = begun + [key.name]
        begun = []
        switch commands.step(keys, in: place) {
        case .command(let command):
            return run(command)
        case .begun:
            begun = keys
            return []
        case .nothing where keys.count > 1:
            guard key.name != "Esc" else { return [] }
            notice = Notice(text: "\(keys.joined(separator: " ")) runs nothing here.")
            return []
        case .nothing:
            return type(key)
        }
    }

    /// Draws what may follow, at the lower right, over whatever is there.
    func drawFollowing(into grid: inout Grid) {
        guard !begun.isEmpty else { return }
        let rows = commands.following(begun, in: place)
        guard !rows.isEmpty else { return }
        let keys = rows.map { DisplayText(outside: $0.rest).width }.max() ?? 0
        let titles = rows.map { DisplayText(outside: $0.command.title).width }.max() ?? 0
        let boxWidth = min(width, keys + titles + 7)
        let boxHeight = min(height - 2, rows.count + 2)
        let rect = Rect(
            x: width - boxWidth,
            y: height - 1 - boxHeight,
            width: boxWidth,
            height: boxHeight
        )
        let room = rect.inner.width
        let lines = rows.map { row in
            let isPossible = obstacle(to: row.command) == nil
            var line = Line(room: room)
            line.pad(to: 1)
            line.add(DisplayText(outside: row.rest), column: keys + 2, .key)
            line.add(DisplayText(outside: row.command.title), isPossible ? .text : .muted)
            return line
        }
        let title = begun.joined(separator: " ")
        draw(PaneContent(lines: lines), title, in: rect, isFocused: true, into: &grid)
    }

    /// The first key of a command; its name in the palette where it has none.
    func key(_ id: CommandID) -> String {
        guard let command = commands.command(id) else { return id.rawValue }
        return command.keys.first ?? command.title
    }
}
