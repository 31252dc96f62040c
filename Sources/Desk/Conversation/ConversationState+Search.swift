import Model

// Searching in a whole transcript, of which no more than a window is loaded.
extension ConversationState {
    /// What the search asks of the replica; nil where nothing is searched for.
    var searchQuery: TalkSearchQuery? {
        guard let id, search.isOn else { return nil }
        return TalkSearchQuery(conversation: id, sought: search.sought)
    }

    /// Searches for a text; an empty one ends the search and goes back to where one was.
    mutating func search(_ text: String, in frame: TranscriptFrame) {
        guard text != search.sought.text else { return }
        guard !text.isEmpty else { return leaveSearch(in: frame) }
        let here = search.isOn ? search.origin : origin(in: frame)
        search.look(for: text, from: here)
    }

    /// Takes where the text stands, and goes to the nearest place the first time.
    mutating func take(_ arrived: TalkSearchPage, in frame: TranscriptFrame) {
        guard arrived.query.conversation == id, let match = search.take(arrived) else { return }
        go(to: match, in: frame)
    }

    /// Goes to another match, around the ends; up the talk is back in time.
    ///
    /// Tells whether an end was passed.
    mutating func moveToMatch(by step: Int, in frame: TranscriptFrame) -> Bool {
        let isAround = search.isAround(step)
        guard let match = search.match(step) else { return false }
        go(to: match, in: frame)
        return isAround
    }

    /// Goes on to the message that one is on the way to, where the window has it now.
    mutating func reachGoal(in frame: TranscriptFrame) {
        guard let goal, let page else { return }
        guard let message = page.messages.firstIndex(where: { $0.id == goal.message }) else {
            // It is gone, or this window was asked for before.
            if page.query.anchor == .around(goal.message) { self.goal = nil }
            return
        }
        self.goal = nil
        switch goal {
        case .match: show(match: message, in: frame)
        case .line(_, let line): hold(at: TranscriptText.Place(message: message, line: line), frame)
        }
    }

    private func origin(in frame: TranscriptFrame) -> TalkSearch.Origin {
        let last = visible(in: frame).last.flatMap { place in
            page.map { $0.offset + place.message }
        }
        let isAtEnd = position == .following
        return TalkSearch.Origin(position: position, seen: seen, place: isAtEnd ? nil : last)
    }

    private mutating func leaveSearch(in frame: TranscriptFrame) {
        let origin = search.origin
        search = TalkSearch()
        goal = nil
        switch origin.position {
        case .following, .beginning:
            position = origin.position
            replicaChanged()
        case .at(let id, let line):
            goal = .line(id, line)
            anchor = .around(id)
            reachGoal(in: frame)
        }
        seen = origin.seen
    }

    private mutating func go(to match: TalkMatch, in frame: TranscriptFrame) {
        search.here = match.id
        goal = nil
        if let message = page?.messages.firstIndex(where: { $0.id == match.id }) {
            show(match: message, in: frame)
        } else {
            goal = .match(match.id)
            anchor = .around(match.id)
        }
    }

    /// Shows a message of the window with a third of the pane above it.
    private mutating func show(match message: Int, in frame: TranscriptFrame) {
        let place = TranscriptText.Place(message: message, line: 0)
        hold(at: text(in: frame).moved(place, by: -frame.height / 3), frame)
    }

    /// Makes a line the first that is seen, and stays there whatever comes in: also at the end.
    private mutating func hold(at place: TranscriptText.Place, _ frame: TranscriptFrame) {
        let text = text(in: frame)
        if position == .following { seen = page?.total ?? 0 }
        let isShort = text.places(from: place, height: frame.height).count < frame.height
        let top = isShort ? text.bottom(height: frame.height).first ?? place : place
        guard text.messages.indices.contains(top.message) else { return }
        position = .at(text.messages[top.message].id, line: top.line)
        readOn(from: top.message)
    }
}
