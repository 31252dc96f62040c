import Model
import Screen

/// The messages of a window as lines of a width; only those that are asked for are wrapped.
struct TranscriptText {
    let messages: [TranscriptMessage]
    let width: Int
    let zone: Zone

    /// A line of the transcript by its message and its place under it.
    struct Place: Equatable, Sendable {
        var message: Int
        var line: Int
    }

    /// One line as it is drawn.
    enum Line: Equatable, Sendable {
        case day(LocalDate)
        case text(DisplayText, isFirst: Bool)
        case mark(MessageKind)
    }

    /// The lines of one message: the day where it begins one, its text, what it is.
    func lines(of index: Int) -> [Line] {
        let message = messages[index]
        var lines: [Line] = []
        if let day = newDay(at: index) { lines.append(.day(day)) }
        let wrapped = DisplayText(outside: message.text).wrapped(width: max(1, width))
        for (number, line) in wrapped.enumerated() {
            lines.append(.text(line, isFirst: number == 0))
        }
        switch message.kind {
        case .text: break
        case .unansweredQuestion, .handoff, .other: lines.append(.mark(message.kind))
        }
        return lines
    }

    /// The last lines, as many as fit, as places from the top.
    func bottom(height: Int) -> [Place] {
        guard !messages.isEmpty else { return [] }
        let last = messages.count - 1
        let end = Place(message: last, line: lines(of: last).count - 1)
        return places(from: moved(end, by: -(height - 1)), height: height)
    }

    /// The places of so many lines from there on.
    func places(from start: Place, height: Int) -> [Place] {
        var places: [Place] = []
        var index = start.message
        var first = start.line
        while index < messages.count, places.count < height {
            let count = lines(of: index).count
            let taken = min(count, first + height - places.count)
            if first < taken {
                places.append(contentsOf: (first..<taken).map { Place(message: index, line: $0) })
            }
            index += 1
            first = 0
        }
        return places
    }

    /// The place so many lines further on, no further than the ends of the window.
    func moved(_ place: Place, by step: Int) -> Place {
        step < 0 ? movedUp(place, by: -step) : movedDown(place, by: step)
    }

    private func movedUp(_ place: Place, by step: Int) -> Place {
        var place = place
        var left = step
        while left > place.line {
            guard place.message > 0 else { return Place(message: 0, line: 0) }
            left -= place.line + 1
            place.message -= 1
            place.line = lines(of: place.message).count - 1
        }
        place.line -= left
        return place
    }

    private func movedDown(_ place: Place, by step: Int) -> Place {
        var place = place
        var left = step
        while left > 0 {
            let below = lines(of: place.message).count - 1 - place.line
            if left <= below { return Place(message: place.message, line: place.line + left) }
            guard place.message + 1 < messages.count else {
                return Place(message: place.message, line: place.line + max(0, below))
            }
            left -= below + 1
            place = Place(message: place.message + 1, line: 0)
        }
        return place
    }

    /// The day of a message, on the wall of the property.
    func day(of index: Int) -> LocalDate? {
        guard messages.indices.contains(index) else { return nil }
        return messages[index].at.map { zone.local($0).date }
    }

    /// The day of a message where the one before it is of another; the first one's stands above
    /// the transcript.
    private func newDay(at index: Int) -> LocalDate? {
        guard index > 0, let day = self.day(of: index), let before = self.day(of: index - 1) else {
            return nil
        }
        return before == day ? nil : day
    }
}
