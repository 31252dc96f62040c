import Model

extension DeskState {
    /// Runs a command where it is possible, and else says why not.
    mutating func run(_ command: Command) -> [DeskEffect] {
        if let obstacle = obstacle(to: command.need) {
            notice = Notice(text: obstacle)
            return []
        }
        return run(command.id)
    }

    private mutating func run(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .quit, .leave: return [.quit]
        case .suspend: return [.suspend]
        case .repaint: return [.repaint]
        case .reconnect: return reconnect()
        case .help: mode = .choosing(Menu(kind: .help))
        case .palette: mode = .choosing(Menu(kind: .palette))
        case .theme: openThemes()
        case .focusLeads: moveFocus(to: .leads)
        case .focusConversation: moveFocus(to: .conversation)
        case .focusQuestions: moveFocus(to: .questions)
        case .focusTours: moveFocus(to: .tours)
        case .focusNext: moveFocus(to: focus.advanced(by: 1))
        case .focusPrevious: moveFocus(to: focus.advanced(by: -1))
        case .zoom: isZoomed.toggle()
        case .back: goBack()
        case .nextWaiting: goToNextWaiting()
        case .up: move(.lines(-1))
        case .down: move(.lines(1))
        case .pageUp: move(.pages(-1))
        case .pageDown: move(.pages(1))
        case .halfUp: move(.halfPages(-1))
        case .halfDown: move(.halfPages(1))
        case .first, .firstTour: move(.first)
        case .last: move(.last)
        case .openLead: openLead()
        case .openQuestion: open(questions.selected?.conversation)
        case .openTour: open(tours.selectedConversation)
        case .filterLeads: mode = .typing(TextField(leads.filterText))
        case .searchConversation: mode = .typing(TextField(conversation.searchText))
        case .filterQuestions: mode = .typing(TextField(questions.query.words))
        case .order: orderNext()
        case .nextMatch: conversation.moveToMatch(by: 1, in: transcriptFrame)
        case .previousMatch: conversation.moveToMatch(by: -1, in: transcriptFrame)
        case .card: conversation.foldCard(isFolded: !isCardUnfolded)
        case .tourView: tours.showNextView(today: today)
        case .earlier: tours.moveDay(by: -1, today: today)
        case .later: tours.moveDay(by: 1, today: today)
        case .today: tours.moveToToday()
        case .rowUp: return moveWhileTyping(by: -1)
        case .rowDown: return moveWhileTyping(by: 1)
        case .choose: return choose()
        case .close: return closeMenu()
        case .keepText: mode = .panes
        case .dropText: dropText()
        case .eraseLeft: edit { $0.eraseLeft() }
        case .eraseWord: edit { $0.eraseWord() }
        case .eraseAll: edit { $0.eraseAll() }
        case .cursorLeft: edit { $0.moveLeft() }
        case .cursorRight: edit { $0.moveRight() }
        }
        return []
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
