import Model

// What the agent may write, as the hub said with the newest rows; it checks every write itself.
extension DeskState {
    /// Why a command is not possible now: it is not the agent's to do, or something is missing; nil
    /// where it is possible.
    func obstacle(to command: Command) -> String? {
        command.writes.flatMap(readOnlyWords) ?? obstacle(to: command.need)
    }

    /// Why a command comes too early; nil where it does not.
    ///
    /// What was typed to narrow the list has not narrowed it yet, so that the command would write
    /// about a row that nobody meant.
    func hurry(of command: Command) -> String? {
        let isBehind =
            switch (command.writes, focus) {
            case (.lead, .leads), (.question, .leads): leads.isBehind
            case (.question, .questions): questions.isBehind
            default: false
            }
        return isBehind && fullView == nil ? "The list is still being read; press it again." : nil
    }

    /// Whether the agent may write at a property; of one that is not known the hub decides.
    func mayWrite(at property: PropertyID?) -> Bool {
        property.flatMap { overview?.access.allows($0) } ?? true
    }

    /// Whether the agent may write at none of the properties on this desk.
    var isReadOnly: Bool {
        guard let overview, !overview.properties.isEmpty else { return false }
        return overview.properties.allSatisfy { !overview.access.allows($0.id) }
    }

    /// What is said to an agent who may only read there; nil to one who may write.
    func readOnlyWords(_ place: WritePlace) -> String? {
        if isReadOnly { return WriteAccess.nowhere }
        guard let property = property(of: place), !mayWrite(at: property) else { return nil }
        return WriteAccess.words(at: self.property(property)?.name ?? "this property")
    }

    private func property(of place: WritePlace) -> PropertyID? {
        switch place {
        case .lead: leadAtHand?.property
        case .question: questionAtHand?.property ?? leadAtHand?.property
        case .tour: grab?.tour.property ?? selectedTour?.property
        case .request: selectedRequest?.property
        case .email: emails.selected?.property
        case .form: form.flatMap(property)
        case .property: propertyAtHand
        case .office: nil
        }
    }

    /// The property that a form writes at; nil where it is of several or of none.
    private func property(of form: Form) -> PropertyID? {
        switch form.purpose {
        case .answer: questionCard(of: form)?.question.property
        case .book(let property, _): property
        case .move(let tour), .cancel(let tour), .complete(let tour): tour.property
        case .note(let lead), .call(let lead), .followUp(let lead), .email(let lead):
            form.lead?.property ?? property(of: lead)
        case .editEmail(let row), .schedule(let row): row.property
        // Whose contact was refused is not the lead at hand.
        case .office(.contact): form.settles == nil ? leadAtHand?.property : nil
        case .office(.knowledge(let row)): row.property
        case .office(.absence): nil
        case .office(.settings(let page)), .office(.assign(let page)): page.property
        case .office(.end(let row)): row.property
        }
    }

    private func property(of lead: ConversationID) -> PropertyID? {
        if let card = conversation.card, card.lead.id == lead { return card.lead.property }
        return leads.rows.first { $0.id == lead }?.property
    }
}
