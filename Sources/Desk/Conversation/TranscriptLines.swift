import Foundation
import Model
import Screen

/// Draws lines of a transcript: time, who wrote it, what they wrote.
struct TranscriptLines {
    let desk: DeskState
    let text: TranscriptText
    let room: Int

    func lines(_ places: [TranscriptText.Place]) -> [Line] {
        var lines: [Line] = []
        var index = -1
        var block: [TranscriptText.Line] = []
        for place in places {
            if place.message != index {
                index = place.message
                block = text.lines(of: index)
            }
            lines.append(line(block[place.line], of: text.messages[index]))
        }
        return lines
    }

    private func line(_ line: TranscriptText.Line, of message: TranscriptMessage) -> Line {
        switch line {
        case .day(let day): return separator(day)
        case .text(let words, let isFirst): return self.words(words, isFirst, message)
        case .mark(let kind): return mark(kind)
        }
    }

    private func words(_ words: DisplayText, _ isFirst: Bool, _ message: TranscriptMessage) -> Line
    {
        var line = Line(room: room)
        let isVisitor = message.sender == .visitor
        if isFirst {
            let clock = message.at.map { text.zone.local($0).clock } ?? ""
            line.pad(to: 1)
            line.add(DisplayText(outside: clock), column: 7, .muted)
            let sender = isVisitor ? "Visitor" : "Bot"
            line.add(DisplayText(outside: sender), column: 9, isVisitor ? .visitor : .bot)
        }
        line.pad(to: DeskState.transcriptIndent)
        let role: Role = isVisitor ? .text : .botText
        add(words, role, isHere: message.id == desk.conversation.search.here, to: &line)
        return line
    }

    /// Adds a text with the places marked where what is searched for stands.
    private func add(_ words: DisplayText, _ role: Role, isHere: Bool, to line: inout Line) {
        let sought = desk.conversation.search.sought
        guard !sought.isEmpty else { return line.add(words, role) }
        var rest = Substring(words.string)
        let found: Role = isHere ? .currentMatch : .match
        while let range = sought.range(in: rest) {
            line.add(DisplayText(outside: String(rest[..<range.lowerBound])), role)
            line.add(DisplayText(outside: String(rest[range])), found)
            rest = rest[range.upperBound...]
        }
        line.add(DisplayText(outside: String(rest)), role)
    }

    /// The rule above the transcript, with the day of the first message that is seen.
    func head(_ places: [TranscriptText.Place]) -> Line {
        guard let first = places.first, let day = text.day(of: first.message),
            !isDay(first)
        else { return separator(nil) }
        return separator(day)
    }

    private func isDay(_ place: TranscriptText.Place) -> Bool {
        if case .day = text.lines(of: place.message)[place.line] { return true }
        return false
    }

    private func separator(_ day: LocalDate?) -> Line {
        var line = Line(room: room)
        let today = text.zone.local(desk.now).date
        let name = day.map { $0 == today ? "today" : Words.weekday($0) }
        let words = name.map { " \($0) " } ?? ""
        let side = max(0, (room - 2 - words.count) / 2)
        line.pad(to: 1)
        line.add(.repeating(desk.glyphs.rule, side), .border)
        line.add(DisplayText(outside: words), .muted)
        line.add(.repeating(desk.glyphs.rule, room - 2 - side - words.count), .border)
        return line
    }

    private func mark(_ kind: MessageKind) -> Line {
        var line = Line(room: room)
        line.pad(to: DeskState.transcriptIndent)
        switch kind {
        case .text: break
        case .unansweredQuestion:
            line.add(DisplayText(outside: "\(desk.glyphs.flag) asked the office"), .flag)
        case .handoff:
            line.add(DisplayText(outside: "\(desk.glyphs.flag) asked for a person"), .flag)
        case .other(let word):
            line.add(DisplayText(outside: "(\(word))"), .muted)
        }
        return line
    }
}
