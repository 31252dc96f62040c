package import Model

// Writes of one key, and what comes of writes.
extension DeskState {
    /// Claims the lead at hand, or releases it where it is the agent's.
    mutating func claim() -> [DeskEffect] {
        guard let lead = leadAtHand, let me = overview?.agent?.id else { return [] }
        let to = lead.claimedBy == me ? nil : me
        return [
            .write(
                .assignLead(AssignLead(conversation: lead.id, to: to, seen: lead.claimedBy))
            )
        ]
    }

    /// Takes a lead over from the bot, or gives it back; whose it is stands on its card.
    mutating func takeOver(_ lead: ConversationID) -> [DeskEffect] {
        guard let card = conversation.card, card.lead.id == lead else { return [] }
        let isMine = card.takenOverBy != nil && card.takenOverBy == overview?.agent?.id
        let intent: Intent =
            isMine
            ? .giveBack(GiveBack(conversation: lead))
            : .takeOver(TakeOver(conversation: lead))
        return [.write(intent)]
    }

    /// Opening a lead marks it read, where the agent may write.
    func markRead(_ lead: LeadRow?) -> [DeskEffect] {
        guard let lead, lead.isUnread, mayWrite(at: lead.property) else { return [] }
        return [.write(.markRead(MarkRead(conversation: lead.id)))]
    }

    /// Says that the question at hand wants no answer.
    mutating func dismiss() -> [DeskEffect] {
        guard let question = questions.selected else { return [] }
        let id: RowID = question.id.cast()
        let asked: QuestionRows =
            switch question.origin {
            case .task: QuestionRows(tasks: [id])
            case .message: QuestionRows(messages: [id])
            case .review: QuestionRows()
            case .knowledge: QuestionRows(knowledge: [id])
            }
        // What was answered once comes back with its answer where it is taken back.
        if question.origin == .review { return begin(.retire(question.id)) }
        return [
            .write(
                .dismissQuestion(DismissQuestion(property: question.property, asked: asked))
            )
        ]
    }

    /// Approves the selected answer, once it is here as it stands.
    mutating func approve() -> [DeskEffect] {
        approving = questions.selected?.id
        return []
    }

    /// The question that an agent approves has come.
    mutating func approve(_ card: QuestionCard) -> [DeskEffect] {
        guard approving == card.question.id else { return [] }
        approving = nil
        guard let entry = card.asked.knowledge.first else { return [] }
        return [
            .write(
                .reviseKnowledge(
                    ReviseKnowledge(
                        entry: entry.cast(),
                        seenAnswer: card.seenAnswer,
                        revision: .approve
                    )
                )
            )
        ]
    }

    mutating func confirmTour() -> [DeskEffect] {
        guard let tour = selectedTour else { return [] }
        return [.write(.confirmTour(ConfirmTour(tour: tour.id)))]
    }

    mutating func noShow() -> [DeskEffect] {
        guard let tour = selectedTour else { return [] }
        return [.write(outcome(tour, .noShow))]
    }

    /// Until when what was done last can be taken back; nil where nothing can.
    package var undoEnds: Timestamp? { outbox.undo?.until }

    /// Takes back what was done last; what was typed for it is there again in its form.
    mutating func undo() -> [DeskEffect] {
        guard let offer = outbox.undo else { return [] }
        let texts = sentTexts.filter { drafts[$0.key] == nil && !$0.value.isEmpty }
        let isKept = texts.isEmpty ? "" : " Your text is kept."
        notice = Notice(text: "Taken back: \(offer.words).\(isKept)")
        outbox.undo = nil
        return [.undo] + keep(texts)
    }

    /// What was wanted is kept and shown.
    mutating func written(_ intent: Intent) -> [DeskEffect] {
        if case .markRead = intent { return [] }
        let sent = form.flatMap { $0.sending == intent ? $0 : nil }
        let outcome = outcome(ofEmail: intent, sent)
        notice = Notice(text: "Done: \(doneWords(intent))\(outcome).", offersUndo: true)
        sentTexts = [:]
        grabWritten(intent)
        guard case .form(let form) = mode, form.sending == intent else { return [] }
        mode = .panes
        // One that took the place of a refused write has none to come back to.
        sentTexts = form.settles == nil ? form.drafts : [:]
        let settled = form.settles.map { [DeskEffect.settle($0, again: nil)] } ?? []
        return forgetDrafts(of: form) + settled
    }

    /// What was done, in the agent's words, with what of it is not seen.
    private func doneWords(_ intent: Intent) -> String {
        switch intent {
        case .assignLead(let rule) where rule.to != nil && rule.to == overview?.agent?.id:
            return "claim a lead"
        case .setStage(let rule):
            guard let card = conversation.card, card.lead.id == rule.conversation else { break }
            let shown = Stage(
                status: rule.status,
                hasContact: card.lead.hasContact,
                hasScheduledTour: card.tours.contains { $0.status == .scheduled },
                hasCompletedTour: card.tours.contains { $0.status == .completed }
            )
            let said = Stage.words(of: rule.status)
            guard shown.words != said, Stage.known.contains(where: { $0.words == said }) else {
                break
            }
            return "set a stage; the lead shows “\(shown.words)”, the furthest it has come"
        default: break
        }
        return intent.words
    }

    mutating func writeRefused(_ intent: Intent, _ refusal: Refusal) {
        if case .markRead = intent { return }
        if grabRefused(intent, refusal) { return }
        guard case .form(var form) = mode, form.sending == intent else {
            notice = Notice(text: refusal.words)
            return
        }
        form.sending = nil
        form.problem = refusal.words
        mode = .form(form)
    }

    mutating func setStage(_ status: String, of lead: ConversationID) -> [DeskEffect] {
        let seen = conversation.card.flatMap { $0.lead.id == lead ? $0.status : nil }
        return [
            .write(
                .setStage(
                    SetStage(conversation: lead, status: status, seen: seen, goesBack: true)
                )
            )
        ]
    }

    mutating func assign(_ lead: ConversationID, to agent: AgentID?) -> [DeskEffect] {
        let row = leads.rows.first { $0.id == lead }
        let seen = row.map(\.claimedBy) ?? conversation.card?.claimedBy
        return [.write(.assignLead(AssignLead(conversation: lead, to: agent, seen: seen)))]
    }
}
