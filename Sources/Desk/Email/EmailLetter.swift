import Model
import Screen

/// Draws the selected email: to whom, when, and what it says.
struct EmailLetter {
    let desk: DeskState
    let room: Int

    private var glyphs: Glyphs { desk.glyphs }

    var content: PaneContent {
        guard let row = desk.emails.selected else { return PaneContent() }
        var content = PaneContent(note: row.state.words)
        content.lines = [
            labelled("to", row.lead ?? "Visitor", .name),
            labelled("subject", row.letter.subject, .accent), labelled("when", when(row), .text),
            labelled("priority", priority(row), .text),
        ]
        if desk.hasSeveralProperties {
            content.lines.append(labelled("from", row.propertyName, .text))
        }
        content.lines.append(rule)
        let body = DisplayText(outside: row.letter.body).wrapped(width: max(1, room - 2))
        content.lines += body.map { text in
            var line = Line(room: room)
            line.pad(to: 1)
            line.add(text, .quote)
            return line
        }
        return content
    }

    private func when(_ row: EmailRow) -> String {
        let zone = desk.emailZone(row)
        func time(_ instant: Timestamp?) -> String {
            instant.map { desk.words($0, in: zone) } ?? "at a time nobody noted"
        }
        switch row.state {
        case .draft: return "not scheduled; \(desk.key(.scheduleEmail)) says when it is sent"
        case .scheduled: return "to be sent \(time(row.letter.sendAt))"
        case .sending: return "being sent"
        case .sent: return "sent \(time(row.sentAt))"
        case .failed: return "was to be sent \(time(row.letter.sendAt)), and failed"
        case .cancelled: return "cancelled"
        case .unknown: return row.state.words
        }
    }

    private func priority(_ row: EmailRow) -> String {
        let tags = row.letter.tags.joined(separator: ", ")
        return tags.isEmpty
            ? row.letter.priority : "\(row.letter.priority) \(glyphs.separator) tags: \(tags)"
    }

    private var rule: Line {
        Line(.blanks(1) + .repeating(glyphs.rule, room - 2), .border, room: room)
    }

    private func labelled(_ label: String, _ words: String, _ role: Role) -> Line {
        var line = Line(room: room)
        line.pad(to: 1)
        line.add(DisplayText(outside: label), column: 10, .muted)
        line.add(DisplayText(outside: words), role)
        return line
    }
}
