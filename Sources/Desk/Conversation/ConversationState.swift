import Model

/// The conversation pane: a window of messages, where one stands in it, and the lead's card.
struct ConversationState: Equatable, Sendable {
    private(set) var id: ConversationID?
    /// Whether it is shown because it is selected in the leads, and goes along with them.
    private(set) var isOfLeads = true
    private(set) var page: TranscriptPage?
    private(set) var card: LeadCard?
    /// What of the card is JSON, in words.
    private(set) var cardWords = CardWords()
    /// Whether it has left this terminal.
    private(set) var isGone = false
    var position = TranscriptPosition.following
    var anchor = TranscriptAnchor.end
    /// Messages that there were when the agent left the bottom.
    var seen = 0
    var search = TalkSearch()
    /// Where one is on the way to, outside of what is loaded.
    var goal: TranscriptGoal?
    /// The agent's own choice; nil folds the card where the pane is short.
    private(set) var isCardFolded: Bool?
    /// Whether every metric has a line of its own.
    private(set) var areMetricsUnfolded = false

    /// Messages that arrived since the agent left the bottom.
    var newMessages: Int {
        position == .following ? 0 : max(0, (page?.total ?? 0) - seen)
    }

    /// Whether the window holds the newest message.
    var holdsEnd: Bool { page.map { $0.offset + $0.messages.count >= $0.total } ?? false }

    func query(of id: ConversationID) -> TranscriptQuery {
        TranscriptQuery(conversation: id, anchor: anchor)
    }

    /// Shows another conversation, from its end.
    mutating func show(_ id: ConversationID, isOfLeads: Bool) {
        self.isOfLeads = isOfLeads
        guard id != self.id else { return }
        let isCardFolded = isCardFolded
        let areMetricsUnfolded = areMetricsUnfolded
        self = ConversationState()
        self.areMetricsUnfolded = areMetricsUnfolded
        self.id = id
        self.isOfLeads = isOfLeads
        self.isCardFolded = isCardFolded
    }

    mutating func take(_ arrived: TranscriptPage) {
        guard arrived.query.conversation == id else { return }
        isGone = false
        page = arrived
        settle()
    }

    mutating func take(_ arrived: LeadCard) {
        guard arrived.lead.id == id else { return }
        cardWords = cardWords.renewed(from: card, to: arrived)
        card = arrived
    }

    /// The conversation is not, or no longer, on this terminal.
    mutating func lose(_ request: PageRequest) {
        switch request {
        case .conversation(let query) where query.conversation == id: page = nil
        case .card(let lost) where lost == id: card = nil
        case .overview, .leads, .questions, .tours, .conversation, .card, .question, .booking,
            .attention, .emails, .insights, .report, .shift, .knowledge, .absence, .duplicates,
            .office, .talkSearch, .visits:
            return
        }
        isGone = true
    }

    /// The rows of the replica changed: the window stays around what is shown.
    mutating func replicaChanged() {
        if let goal {
            anchor = .around(goal.message)
            return
        }
        switch position {
        case .following: anchor = .end
        case .beginning: anchor = .beginning
        case .at(let id, line: _): anchor = .around(id)
        }
    }

    /// Puts shapes in the place of what was said, for drawing.
    mutating func cover(with veil: Veil) {
        search.cover(with: veil)
        let shapes = (page?.messages ?? []).map(veil.message)
        page?.messages = shapes
        card = card.map(veil.card)
        cardWords = cardWords.covered(by: veil.text)
    }

    mutating func foldMetrics(isFolded: Bool) {
        areMetricsUnfolded = !isFolded
    }

    mutating func foldCard(isFolded: Bool) {
        isCardFolded = isFolded
    }

    /// Finds the position in a changed window.
    private mutating func settle() {
        guard let page, let first = page.messages.first else { return }
        switch position {
        case .following:
            break
        case .beginning:
            if page.offset == 0 { position = .at(first.id, line: 0) }
        case .at(let id, line: _):
            if goal == nil, !page.messages.contains(where: { $0.id == id }) {
                position = .following
                anchor = .end
            }
        }
    }
}

/// Where one stands in a transcript.
enum TranscriptPosition: Equatable, Sendable {
    /// At the bottom, going along with what arrives.
    case following
    /// On the way to the first message.
    case beginning
    /// This line of this message is the first that is seen.
    case at(MessageID, line: Int)
}

/// The room that the pane has for messages, and the zone whose days it shows.
struct TranscriptFrame: Equatable, Sendable {
    /// Columns of the text itself.
    var width: Int
    /// Lines.
    var height: Int
    var zone: Zone
}
