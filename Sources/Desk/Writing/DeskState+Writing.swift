import Model

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

    /// Takes the lead at hand over from the bot, or gives it back.
    mutating func takeOver() -> [DeskEffect] {
        guard let lead = leadAtHand else { return [] }
        let isMine =
            conversation.card?.lead.id == lead.id
            && conversation.card?.takenOverBy == overview?.agent?.id
        let intent: Intent =
            isMine
            ? .giveBack(GiveBack(conversation: lead.id))
            : .takeOver(TakeOver(conversation: lead.id))
        return [.write(intent)]
    }

    /// Opening a lead marks it read.
    func markRead(_ lead: LeadRow?) -> [DeskEffect] {
        guard let lead, lead.isUnread else { return [] }
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
            case .knowledge, .review: QuestionRows(knowledge: [id])
            }
        return [
            .write(
                .dismissQuestion(DismissQuestion(property: question.property, asked: asked))
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

    mutating func undo() -> [DeskEffect] {
        guard let offer = outbox.undo else { return [] }
        notice = Notice(text: "Taken back: \(offer.words).")
        outbox.undo = nil
        return [.undo]
    }

    /// What was wanted is kept and shown.
    mutating func written(_ intent: Intent) -> [DeskEffect] {
        if case .markRead = intent { return [] }
        guard case .form(let form) = mode, form.sending == intent else {
            notice = Notice(text: "Done: \(intent.words). u takes it back.")
            return []
        }
        mode = .panes
        notice = Notice(text: "Done: \(intent.words). u takes it back.")
        guard let name = form.draftName else { return [] }
        drafts[name] = nil
        return [.keepDraft(name: name, text: "")]
    }

    mutating func writeRefused(_ intent: Intent, _ refusal: Refusal) {
        if case .markRead = intent { return }
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
        let seen = leads.rows.first { $0.id == lead }?.claimedBy ?? conversation.card?.claimedBy
        return [.write(.assignLead(AssignLead(conversation: lead, to: agent, seen: seen)))]
    }
}
