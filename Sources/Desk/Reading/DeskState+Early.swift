import Model

// Keys that are pressed before what they need has been read.
extension DeskState {
    /// Keeps a command for the pages that it needs, where these are on their way; nil where it is
    /// impossible for another reason.
    ///
    /// What writes at once is not kept: nobody has seen the row that it would be done to.
    mutating func keepEarly(_ command: Command) -> Notice? {
        guard command.writes.flatMap(readOnlyWords) == nil, isTooEarly(command) else { return nil }
        guard !Self.writesAtOnce.contains(command.id) else {
            return Notice(text: "This is still being read; press the key again in a moment.")
        }
        early = command
        return Notice(text: Self.readingWords)
    }

    /// Runs the command that was kept, once its pages are here.
    mutating func runEarly() -> [DeskEffect] {
        guard let command = early, !isTooEarly(command) else { return [] }
        early = nil
        guard command.places.contains(place) else { return [] }
        if notice?.text == Self.readingWords { notice = nil }
        return run(command)
    }

    /// The pages that the command which is kept waits for, which no pane may be asking for.
    var earlyRequests: [PageRequest] { early.map { pages(for: $0.need) } ?? [] }

    private func isTooEarly(_ command: Command) -> Bool {
        obstacle(to: command.need) != nil
            && pages(for: command.need).contains { !reads.isAnswered($0) }
    }

    private static let readingWords = "One moment, this is still being read."

    private static let writesAtOnce: Set<CommandID> = [
        .claim, .takeOver, .approve, .dismiss, .confirmTour, .noShow, .split, .unscheduleEmail,
        .discardEmail,
    ]

    /// The pages that say whether a need is met.
    private func pages(for need: Need) -> [PageRequest] {
        switch need {
        case .lead, .leadWithAddress: pagesOfLead
        case .conversation: [.leads(leads.query)]
        case .someoneWaiting: [.leads(leads.query), .questions(questions.query)]
        case .question:
            focus == .questions
                ? [.questions(questions.query)]
                : [.leads(leads.query), .questions(questions.query)]
        case .questionWithConversation, .answerInDoubt: [.questions(questions.query)]
        case .scheduledTour, .tourAhead, .begunTour, .tourRequest, .tourWithConversation:
            fullView == .shift
                ? pages(of: .shift) : overview == nil ? [.overview] : [.tours(tourQuery)]
        case .openEmail, .scheduledEmail, .emailWithConversation: pages(of: .email)
        case .shiftRow: pages(of: .shift)
        case .nothing, .search, .hubAway, .themes, .somethingToLeave, .somethingToUndo,
            .discardAsked, .shorterPeriod, .longerPeriod, .mergedLead, .formOfStanding, .longText:
            []
        }
    }

    private var pagesOfLead: [PageRequest] {
        guard focus == .conversation, let id = conversation.id else { return [.leads(leads.query)] }
        return [.card(id)]
    }

    /// What a view asks for depends on the properties' zones.
    private func pages(of view: FullView) -> [PageRequest] {
        overview == nil ? [.overview] : requests(of: view)
    }
}
