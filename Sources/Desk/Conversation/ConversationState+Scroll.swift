import Model

// Moving in a transcript.
extension ConversationState {
    /// The lines that are seen, from the top.
    func visible(in frame: TranscriptFrame) -> [TranscriptText.Place] {
        let text = text(in: frame)
        guard case .at(let id, let line) = position,
            let message = text.messages.firstIndex(where: { $0.id == id })
        else { return text.bottom(height: frame.height) }
        let last = text.lines(of: message).count - 1
        let start = TranscriptText.Place(message: message, line: min(line, last))
        let places = text.places(from: start, height: frame.height)
        return places.count < frame.height ? text.bottom(height: frame.height) : places
    }

    func text(in frame: TranscriptFrame) -> TranscriptText {
        TranscriptText(messages: page?.messages ?? [], width: frame.width, zone: frame.zone)
    }

    mutating func move(_ step: Step, in frame: TranscriptFrame) {
        goal = nil
        if let lines = step.rows(of: frame.height) {
            scroll(by: lines, in: frame)
        } else if step == .first {
            moveToBeginning()
        } else {
            follow()
        }
    }

    mutating func scroll(by lines: Int, in frame: TranscriptFrame) {
        guard lines < 0 || position != .following || !holdsEnd else { return }
        let text = text(in: frame)
        guard let top = visible(in: frame).first else { return }
        stand(at: text.moved(top, by: lines), in: frame)
    }

    /// Makes a line the first that is seen; at the end of the talk, follows it.
    func isBottom(_ places: [TranscriptText.Place], of text: TranscriptText) -> Bool {
        guard holdsEnd, let last = places.last else { return false }
        return last.message == text.messages.count - 1
            && last.line == text.lines(of: last.message).count - 1
    }

    mutating func stand(at place: TranscriptText.Place, in frame: TranscriptFrame) {
        let text = text(in: frame)
        guard text.messages.indices.contains(place.message) else { return }
        if position == .following { seen = page?.total ?? 0 }
        let places = text.places(from: place, height: frame.height)
        if places.count < frame.height || isBottom(places, of: text), holdsEnd {
            follow()
            return
        }
        position = .at(text.messages[place.message].id, line: place.line)
        readOn(from: place.message)
    }

    private mutating func follow() {
        position = .following
        anchor = .end
    }

    private mutating func moveToBeginning() {
        guard let page, let first = page.messages.first else { return }
        if position == .following { seen = page.total }
        position = page.offset == 0 ? .at(first.id, line: 0) : .beginning
        anchor = .beginning
    }

    /// Asks for the messages around the first one seen where few are loaded beyond it.
    mutating func readOn(from top: Int) {
        guard let page else { return }
        let isNearStart = top < Self.reserve && page.offset > 0
        let isNearEnd = top >= page.messages.count - Self.reserve && !holdsEnd
        if isNearStart || isNearEnd { anchor = .around(page.messages[top].id) }
    }

    /// Messages kept ready on either side: as many as the tallest screen shows.
    private static let reserve = 80
}
