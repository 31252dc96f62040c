import Model

extension DeskState {
    /// Runs a command where it is possible, and else says why not.
    mutating func run(_ command: Command) -> [DeskEffect] {
        if command.id == .back, leavesTutorial { return endTutorial() }
        if let obstacle = obstacle(to: command) {
            notice = keepEarly(command) ?? Notice(text: obstacle)
            return []
        }
        if let words = hurry(of: command) {
            notice = Notice(text: words)
            return []
        }
        if command.id != .discardRefused { attention.discarding = nil }
        return run(command.id)
    }

    private mutating func run(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .quit, .leave: return [.quit]
        case .suspend: return [.suspend]
        case .repaint: return [.repaint]
        case .reconnect: return reconnect()
        case .lock: lockNow()
        case .properties: openProperties()
        case .switchAgent: return listAgents()
        case .unlock, .clearPIN, .otherAgents, .agentUp, .agentDown: return runInLock(id)
        case .help, .palette, .theme, .tutorial: openMenu(id)
        case .mask, .maskWhileTyping: toggleMask()
        case .mouse: return toggleMouse()
        case .focusLeads, .focusConversation, .focusQuestions, .focusTours, .focusNext,
            .focusPrevious:
            return runFocus(id)
        case .emailView, .insightsView, .shiftView, .statusView, .closeView, .completeWord,
            .savedFilters,
            .links, .metrics, .copy:
            runView(id)
        case .forgetFilter: return forgetFilter()
        case .openShiftRow: return openShiftRow()
        case .longerPeriod, .shorterPeriod, .nextMetric, .previousMetric, .dayReport, .dayBefore,
            .dayAfter, .writeReport:
            return runInInsights(id)
        case .zoom: isZoomed.toggle()
        case .back: goBack()
        case .nextWaiting: return goToNextWaiting()
        case .up, .down, .pageUp, .pageDown, .halfUp, .halfDown, .first, .firstTour, .last:
            runMove(id)
        case .openLead:
            let effects = markRead(leads.selected)
            openLead()
            return effects
        case .openQuestion: open(questions.selected?.conversation)
        case .openTour: openTour()
        case .filterLeads, .searchConversation, .filterQuestions: beginTyping(id)
        case .order: orderNext()
        case .nextMatch, .previousMatch, .card: runInConversation(id)
        case .tourView, .toursByWeek, .toursByDay, .toursAgenda, .toursByMonth, .earlier, .later,
            .today:
            lookAtTours(id)
        case .exportTours, .printTours: return writeTours(id)
        case .grabTour, .letGo, .grabUp, .grabDown, .grabHourUp, .grabHourDown, .grabLeft,
            .grabRight, .dropTour, .dropAnyway:
            return runInGrab(id)
        case .rowUp, .rowDown, .choose, .close, .keepText, .dropText, .eraseLeft, .eraseWord,
            .eraseAll, .cursorLeft, .cursorRight:
            return runWhileTyping(id)
        case .answer, .assign, .askToDiscard, .bookTour, .bookAnew, .bookRequest, .moveTour,
            .cancelTour,
            .completeTour, .note, .call,
            .followUp, .email, .stage, .attention, .closeAttention, .attentionUp, .attentionDown:
            openWriting(id)
        case .knowledge, .reviseAnswer, .contact, .visits, .emails, .merge, .findDuplicates, .split,
            .coverAbsence, .propertySettings, .team, .dropInForm:
            return runOffice(id)
        case .claim, .approve, .takeOver, .dismiss, .confirmTour, .noShow, .undo, .editRefused,
            .retryRefused, .discardRefused:
            return write(id)
        case .nextFilter, .previousFilter, .openEmailLead, .editEmail, .scheduleEmail,
            .unscheduleEmail, .discardEmail:
            return runInEmail(id)
        case .send, .sendAnyway, .sendNow, .leaveForm, .formEnter, .formTab, .formBack, .formUp,
            .formDown, .formLeft, .formRight, .togglePublish, .toggleEmail, .toggleAsker, .pickFree,
            .editOutside:
            return runInForm(id)
        }
        return []
    }

    private mutating func openMenu(_ id: CommandID) {
        switch id {
        case .palette: mode = .choosing(Menu(kind: .palette))
        case .theme: openThemes()
        case .tutorial: beginTutorial()
        default: mode = .choosing(Menu(kind: .help))
        }
    }

    private mutating func runWhileTyping(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .rowUp: return moveWhileTyping(by: -1)
        case .rowDown: return moveWhileTyping(by: 1)
        case .choose: return choose()
        case .close: return closeMenu()
        case .keepText: mode = .panes
        case .dropText: dropText()
        case .eraseLeft, .eraseWord, .eraseAll: return erase(id)
        case .cursorLeft: return edit { $0.moveLeft() }
        case .cursorRight: return edit { $0.moveRight() }
        // `run` sends no other here.
        default: break
        }
        return []
    }

    private mutating func runFocus(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .focusLeads: moveFocus(to: .leads)
        case .focusConversation:
            // As by opening the lead.
            let isOpened = conversation.isOfLeads && focus != .conversation
            moveFocus(to: .conversation)
            return isOpened ? markRead(leads.selected) : []
        case .focusQuestions: moveFocus(to: .questions)
        case .focusTours: moveFocus(to: .tours)
        case .focusNext: moveFocus(to: focus.advanced(by: 1))
        case .focusPrevious: moveFocus(to: focus.advanced(by: -1))
        // `run` sends no other here.
        default: break
        }
        return []
    }

    private mutating func runInConversation(_ id: CommandID) {
        switch id {
        case .nextMatch: moveToMatch(by: 1)
        case .previousMatch: moveToMatch(by: -1)
        default: conversation.foldCard(isFolded: isCardUnfolded)
        }
    }

    private mutating func moveToMatch(by step: Int) {
        guard conversation.moveToMatch(by: step, in: transcriptFrame) else { return }
        notice = Notice(text: step > 0 ? "From the newest again." : "From the oldest again.")
    }

    private mutating func beginTyping(_ id: CommandID) {
        switch id {
        case .searchConversation: mode = .typing(TextField(conversation.search.sought.text))
        case .filterQuestions: mode = .typing(TextField(questions.query.words))
        default: mode = .typing(TextField(leads.filterText))
        }
    }

    private mutating func runView(_ id: CommandID) {
        switch id {
        case .emailView: open(FullView.email)
        case .insightsView: open(FullView.insights)
        case .shiftView: open(FullView.shift)
        case .statusView: open(FullView.status)
        case .closeView: closeView()
        case .completeWord: completeWord()
        case .savedFilters: mode = .choosing(Menu(kind: .filters))
        case .links, .copy:
            guard !refusesCopy() else { return }
            mode = .choosing(Menu(kind: id == .links ? .links : .copying))
        case .metrics: conversation.foldMetrics(isFolded: conversation.areMetricsUnfolded)
        // `run` sends no other here.
        default: break
        }
    }

    private mutating func runMove(_ id: CommandID) {
        switch id {
        case .up: move(.lines(-1))
        case .down: move(.lines(1))
        case .pageUp: move(.pages(-1))
        case .pageDown: move(.pages(1))
        case .halfUp: move(.halfPages(-1))
        case .halfDown: move(.halfPages(1))
        case .first, .firstTour: move(.first)
        case .last: move(.last)
        // `run` sends no other here.
        default: break
        }
    }

    /// The commands that open what one writes in.
    private mutating func openWriting(_ id: CommandID) {
        switch id {
        case .answer: openAnswer(questionAtHand?.id)
        case .bookTour, .bookAnew: openBooking()
        case .bookRequest: openRequest()
        case .moveTour: openMove()
        case .cancelTour: openCancel()
        case .completeTour: openComplete()
        case .note: openNote()
        case .call: openCall()
        case .followUp: openFollowUp()
        case .email: openEmail()
        case .stage: openStages()
        case .assign: openAgents()
        case .askToDiscard: askToDiscard()
        case .attention: mode = .attention
        case .closeAttention: mode = .panes
        case .attentionUp: attention.move(by: -1)
        case .attentionDown: attention.move(by: 1)
        // `run` sends no other here.
        default: break
        }
    }

    /// The commands that write at once.
    private mutating func write(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .claim: return claim()
        case .approve: return approve()
        case .takeOver: return leadAtHand.map { begin(.takeOver($0.id)) } ?? []
        case .dismiss: return dismiss()
        case .confirmTour: return confirmTour()
        case .noShow: return noShow()
        case .undo: return undo()
        case .editRefused: editRefused()
        case .retryRefused: return retryRefused()
        case .discardRefused: return discardRefused()
        // `run` sends no other here.
        default: break
        }
        return []
    }

    private mutating func runInForm(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .send: return sendForm(confirmed: false)
        case .sendAnyway: return sendForm(confirmed: true)
        case .sendNow: return sendEmailNow()
        case .leaveForm: leaveForm()
        case .formEnter: return enterInForm()
        case .formTab: return tabInForm()
        case .formBack: return changeForm { $0.moveFocus(by: -1) }
        case .formUp: return moveInForm(by: -1)
        case .formDown: return moveInForm(by: 1)
        case .formLeft: return moveSidewaysInForm(by: -1)
        case .formRight: return moveSidewaysInForm(by: 1)
        case .togglePublish: return toggleInForm("publish")
        case .toggleEmail: return toggleInForm("email")
        case .toggleAsker: return toggleInForm("asked by")
        case .pickFree: return pickFree()
        case .editOutside: return editOutside()
        // `run` sends no other here.
        default: return []
        }
        return []
    }

    private mutating func erase(_ id: CommandID) -> [DeskEffect] {
        if lock != nil { return runInLock(id) }
        if form != nil { return eraseInForm(id) }
        return edit { field in
            switch id {
            case .eraseWord: field.eraseWord()
            case .eraseAll: field.eraseAll()
            default: field.eraseLeft()
            }
        }
    }

    private mutating func reconnect() -> [DeskEffect] {
        notice = Notice(text: "Trying the hub now.")
        return [.reconnect]
    }

    private mutating func orderNext() {
        let orders = LeadOrder.allCases
        let index = orders.firstIndex(of: leads.query.order) ?? 0
        leads.setOrder(orders[(index + 1) % orders.count])
        notice = Notice(text: "Leads by \(leads.query.order.words).")
    }
}

extension LeadOrder {
    /// What the desk calls it.
    var words: String {
        switch self {
        case .waiting: "waiting"
        case .score: "score"
        case .newest: "newest"
        case .moveIn: "move-in"
        }
    }
}
