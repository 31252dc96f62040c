import Model

/// A search in the conversation that is open: what for, where it stands, and the way back.
struct TalkSearch: Equatable, Sendable {
    /// What is searched for; empty is nothing.
    private(set) var sought = SoughtText("")
    /// The message that the search stands at, or is on its way to.
    var here: MessageID?
    /// Where one was when the search began: leaving it goes back there.
    private(set) var origin = Origin()
    /// Whether the text was found once, or found not to be there: what comes in after that moves
    /// nothing.
    private(set) var isSettled = false
    private var page: TalkSearchPage?

    struct Origin: Equatable, Sendable {
        var position = TranscriptPosition.following
        /// Messages that there were when the agent left the bottom.
        var seen = 0
        /// The last message that was seen, counted from the beginning; nil is the newest.
        var place: Int?
    }

    var isOn: Bool { !sought.isEmpty }

    /// The answer to what is searched for now; nil while it is not here.
    private var answer: TalkSearchPage? {
        page.flatMap { $0.query.sought == sought ? $0 : nil }
    }

    /// Whether the answer is still to come.
    var isLooking: Bool { answer == nil }
    /// The newest first.
    var matches: [TalkMatch] { answer?.matches ?? [] }
    /// Whether older messages than those that were looked at may match too.
    var isCut: Bool { answer?.isWhole == false }
    /// The place of `here` among the matches.
    var index: Int? { here.flatMap { id in matches.firstIndex { $0.id == id } } }

    /// Looks for another text, from where one was when the search began.
    mutating func look(for text: String, from origin: Origin) {
        self.origin = origin
        sought = SoughtText(text)
        here = nil
        isSettled = false
    }

    /// Puts shapes in the place of what is searched for, for drawing; what was found stays counted.
    mutating func cover(with veil: Veil) {
        let shapes = SoughtText(veil.needle(sought.text))
        if page?.query.sought == sought { page?.query.sought = shapes }
        sought = shapes
    }

    /// Takes an answer; where it is the first to this text, gives the match to go to.
    mutating func take(_ arrived: TalkSearchPage) -> TalkMatch? {
        guard isOn, arrived.query.sought == sought else { return nil }
        page = arrived
        guard !isSettled else { return nil }
        isSettled = true
        return nearest
    }

    /// The match so many places further on, back in time and around the ends.
    func match(_ step: Int) -> TalkMatch? {
        let matches = matches
        guard !matches.isEmpty else { return nil }
        guard let index else { return nearest }
        return matches[(index + step % matches.count + matches.count) % matches.count]
    }

    /// Whether that step goes around an end.
    func isAround(_ step: Int) -> Bool {
        guard let index else { return false }
        return !matches.indices.contains(index + step)
    }

    /// The newest match that is no newer than where the search began; else the newest of all.
    private var nearest: TalkMatch? {
        guard let place = origin.place else { return matches.first }
        return matches.first { $0.place <= place } ?? matches.first
    }
}

/// A message outside of what is loaded that one is on the way to.
enum TranscriptGoal: Equatable, Sendable {
    /// Where the search goes.
    case match(MessageID)
    /// Where one was: this line is to be the first that is seen.
    case line(MessageID, Int)

    var message: MessageID {
        switch self {
        case .match(let id), .line(let id, _): id
        }
    }
}
