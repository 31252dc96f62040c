import Model
import Screen

extension DeskState {
    /// Takes what happened and says what must be done.
    package mutating func update(_ event: DeskEvent) -> [DeskEffect] {
        var effects: [DeskEffect] = []
        let wasStatus = fullView == .status
        let place = tutorialPlace
        switch event {
        case .input(let input):
            effects = takeMovingOn(input)
        case .handRested: rest()
        case .pageArrived(let page):
            // Where other rows were asked for, the choice begins at their top.
            let choice = reads.wasAnswered(page.request) ? selectedChoice : nil
            effects = take(page)
            keep(choice)
            effects += runEarly()
        case .readFailed(let request):
            reads.finish(request)
            giveUpWaiting(for: request)
            effects = runEarly()
        case .replicaChanged: rowsChanged()
        case .rowsWritten(let pages): effects = take(pages)
        case .outboxChanged(let summary):
            // News of what the hub decided say nothing of what can be taken back.
            let offer = summary.undo ?? outbox.undo.flatMap { $0.until > now ? $0 : nil }
            outbox = summary
            outbox.undo = offer
            reads.outboxChanged()
        case .undoEnded: outbox.undo = nil
        case .written(let intent): effects = written(intent)
        case .writeRefused(let intent, let refusal): writeRefused(intent, refusal)
        case .draftsKnown(let texts): takeDrafts(texts)
        case .reportWritten(.success(let files)):
            notice = Notice(text: "Written: \(files.joined(separator: " and ")).")
        case .reportWritten(.failure(let trouble)): notice = Notice(text: trouble.words)
        case .fileKept(let path): notice = Notice(text: "Written: \(path)")
        case .fileNotKept(let reason): notice = Notice(text: "Not written: \(reason)")
        case .freshnessChanged(let freshness):
            self.freshness = freshness
        case .minuteTurned(let now):
            self.now = now
            leads.calm()
            reads.minuteTurned()
        case .templatesKnown(let own, let problems):
            templates = EmailTemplate.all(with: own)
            if let problem = problems.first { notice = Notice(text: "\(problem)") }
        case .themesKnown(let names, let current):
            themes.know(names, current: current)
        case .themeRefused(let reason): notice = Notice(text: reason)
        case .lockKnown(let hasPIN, let isAtStart): takeLock(hasPIN: hasPIN, isAtStart: isAtStart)
        case .lockAnswered(let answer): take(answer)
        case .statusKnown(let report): status.report = report
        case .editedOutside(let edit): effects = take(edit)
        case .tutorialWanted: beginTutorial()
        case .agentsKnown(let agents): take(agents)
        case .leftAlone: lockUnattended()
        }
        effects += followTutorial(event, from: place)
        if wantsStatus(after: event, wasOpen: wasStatus) { effects.append(.lookAtStatus) }
        return effects + readsNeeded()
    }

    /// What is visible is to be read again.
    mutating func rowsChanged() {
        reads.replicaChanged()
        announced = 0
        leads.replicaChanged()
        conversation.replicaChanged()
    }

    /// Requests for what is visible and not here, or old.
    private mutating func readsNeeded() -> [DeskEffect] {
        followSelectedLead()
        var effects: [DeskEffect] = []
        for request in wanted {
            if let next = reads.next(toward: request) { effects.append(.read(next)) }
        }
        return effects
    }

    /// What is visible, in the order in which it is needed.
    var wanted: [PageRequest] {
        var requests: [PageRequest] = []
        if let fullView { requests += self.requests(of: fullView) }
        if mode == .attention { requests.append(.attention) }
        if case .answer(let id) = form?.purpose {
            requests.append(.question(id))
        } else if let approving {
            requests.append(.question(approving))
        } else if case .question(let id)? = office.opening?.request {
            requests.append(.question(id))
        }
        requests += officeRequests + earlyRequests
        if let query = bookingQuery { requests.append(.booking(query)) }
        // Panes that a view covers wait until they are seen.
        guard fullView == nil else { return requests + [.overview] }
        let layout = layout
        // The lead that was worked on first, what hardly ever changes last.
        return requests + wantedOfLead(layout) + [.overview] + wantedOfLists(layout)
    }

    private func wantedOfLead(_ layout: DeskLayout) -> [PageRequest] {
        var requests: [PageRequest] = []
        // The conversation hangs on the selected lead, so the leads are read even where not seen.
        requests.append(.leads(leads.query))
        if let id = conversation.id {
            let isSeen = layout[.conversation] != nil
            if isSeen { requests.append(.conversation(conversation.query(of: id))) }
            if isSeen, let query = conversation.searchQuery { requests.append(.talkSearch(query)) }
            // Who comes to a tour that is booked is on the card.
            if isSeen || form?.purpose.lead == id { requests.append(.card(id)) }
        }
        return requests
    }

    private func wantedOfLists(_ layout: DeskLayout) -> [PageRequest] {
        var requests: [PageRequest] = []
        if layout[.questions] != nil { requests.append(.questions(questions.query)) }
        if layout[.tours] != nil, overview != nil {
            requests.append(.tours(tourQuery))
        }
        return requests
    }

    mutating func take(_ page: Page) -> [DeskEffect] {
        reads.finish(page.request)
        switch page {
        case .overview(let arrived):
            let before = overview?.waiting ?? .max
            overview = arrived
            checkScope()
            return freshness == .live && arrived.waiting > before
                ? announceOnce(arrived.waiting - before) : []
        case .leads(let page):
            let isLive = freshness == .live
            return announceOnce(leads.take(page, isLive: isLive, marks: options.flashes))
        case .conversation(let page):
            conversation.take(page)
            if conversation.goal != nil { conversation.reachGoal(in: transcriptFrame) }
        case .talkSearch(let page): conversation.take(page, in: transcriptFrame)
        case .card(let card):
            conversation.take(card)
            return continueOpening()
        case .questions(let page): questions.take(page)
        case .tours(let page):
            tours.take(page, wanted: tourQuery, today: today, holding: grab?.tour.id)
            checkGrab(against: page)
        case .question(let card):
            questionCard = card
            return approve(card) + continueOpening()
        case .booking(let page):
            booking = page
            offerAgents()
        case .knowledge, .absence, .duplicates, .office, .visits: return takeOffice(page)
        case .attention(let page): attention.take(page)
        case .emails(let page): emails.take(page)
        case .insights(let page): insights.take(page)
        case .report(let day):
            report.take(day)
            return writeWantedReport()
        case .shift(let page): shift.take(page)
        case .gone(let request): lose(request)
        }
        return []
    }

    /// Takes the unfinished texts, and when the desk was left.
    private mutating func takeDrafts(_ texts: [String: String]) {
        drafts = texts
        recall(texts)
        recallProperty(texts)
        guard shift.left == nil, let text = texts[Self.leftName] else { return }
        shift.left = Timestamp(text)
    }

    private mutating func lose(_ request: PageRequest) {
        if case .question(let id) = request, case .answer(id)? = form?.purpose {
            _ = changeForm { form in
                guard !form.seekElsewhere() else { return }
                form.problem = "The question waits no more; somebody was faster."
            }
        }
        switch request {
        // Nothing may be seen of what this terminal may not have any more.
        case .shift: shift.lose()
        case .insights: insights.lose()
        case .report: report.lose()
        case .booking: booking = nil
        case .office: office.page = nil
        default: conversation.lose(request)
        }
        giveUpWaiting(for: request)
    }

    /// What a key wanted of a page that does not come is not done when it comes by itself later.
    private mutating func giveUpWaiting(for request: PageRequest) {
        if office.opening?.request == request { office.opening = nil }
        if case .question(approving) = request { approving = nil }
    }

    /// While the agent is in the leads, the conversation is the selected lead's.
    private mutating func followSelectedLead() {
        guard !isMovingOn, let selected = leads.selected?.id else { return }
        if conversation.id == nil || (focus == .leads && conversation.isOfLeads) {
            conversation.show(selected, isOfLeads: true)
        }
    }
}
