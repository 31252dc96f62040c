import Model

// Moving between panes.
extension DeskState {
    mutating func moveFocus(to pane: Pane) {
        if case .typing = mode { mode = .panes }
        fullView = nil
        if focus == .leads, pane != .leads { leads.hold() }
        focus = pane
        if pane != .conversation { companion = pane }
        // What stands beside the leads is the selected one's: keys are about that.
        if pane == .leads, let selected = leads.selected {
            conversation.show(selected.id, isOfLeads: true)
        }
    }

    /// Moves into the conversation of the selected lead.
    mutating func openLead() {
        guard let lead = leads.selected else { return }
        conversation.show(lead.id, isOfLeads: true)
        moveFocus(to: .conversation)
    }

    /// Moves into a conversation that another pane names.
    mutating func open(_ id: ConversationID?) {
        guard let id else { return }
        conversation.show(id, isOfLeads: false)
        moveFocus(to: .conversation)
    }

    /// Leaves what was entered last: a search, a filter, the zoom, the pane.
    mutating func goBack() {
        if fullView != nil {
            closeView()
        } else if focus == .conversation, conversation.search.isOn {
            conversation.search("", in: transcriptFrame)
        } else if focus == .conversation, visitReturn != nil {
            leaveVisit()
        } else if focus == .questions, !questions.query.words.isEmpty {
            questions.setWords("")
        } else if focus == .leads, !leads.filterText.isEmpty {
            leads.setFilter("")
        } else if isZoomed {
            isZoomed = false
        } else if focus == .conversation, companion != .leads {
            moveFocus(to: companion)
        } else {
            moveFocus(to: .leads)
        }
    }

    /// Shows the next lead that waits; the focus stays in a conversation.
    ///
    /// Where no lead waits, the next question, and where there is none, what the hub refused.
    mutating func goToNextWaiting() -> [DeskEffect] {
        let effects = closeMenu()
        mode = .panes
        if leads.moveToNextWaiting(rows: leadRows) {
            showNextWaiting()
        } else if (overview?.waiting ?? 0) > 0, leads.orderByWaiting() {
            // By another order who waits may be far below what is loaded.
            notice = Notice(text: "Leads by \(leads.query.order.words).")
            fullView = nil
            moveFocus(to: .leads)
        } else {
            goToNextQuestion()
        }
        return effects
    }

    private mutating func goToNextQuestion() {
        fullView = nil
        guard let last = questions.rows.last else {
            mode = .attention
            return
        }
        if focus != .questions {
            moveFocus(to: .questions)
        } else if questions.selected?.id == last.id {
            if outbox.attention > 0 { mode = .attention } else { questions.moveToFirst() }
        } else {
            questions.move(by: 1, rows: questionRows)
        }
    }

    private mutating func showNextWaiting() {
        fullView = nil
        if focus != .conversation { moveFocus(to: .leads) }
        if let selected = leads.selected { conversation.show(selected.id, isOfLeads: true) }
    }

    /// Leaves the line that is typed into and clears what it narrows.
    mutating func dropText() {
        mode = .panes
        narrow(to: "")
    }
}
