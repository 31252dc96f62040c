import Model

// Tours, emails and what the hub refused.
extension Veil {
    func tour(_ row: TourRow) -> TourRow {
        var row = row
        row.prospect = text(row.prospect)
        return row
    }

    func tours(_ page: TourPage) -> TourPage {
        var page = page
        page.tours = page.tours.map(tour)
        page.requests = page.requests.map { request in
            var request = request
            request.name = text(request.name)
            return request
        }
        return page
    }

    func booking(_ page: BookingPage) -> BookingPage {
        var page = page
        page.names = page.names.mapValues(text)
        return page
    }

    func shift(_ page: ShiftPage) -> ShiftPage {
        var page = page
        page.leads = page.leads.map(lead)
        page.questions = page.questions.map(question)
        page.tours = page.tours.map(tour)
        page.missing = page.missing.map(tour)
        return page
    }

    func absence(_ page: AbsencePage) -> AbsencePage {
        var page = page
        page.tours = page.tours.map { absent in
            var absent = absent
            absent.tour = tour(absent.tour)
            return absent
        }
        return page
    }

    func email(_ row: EmailRow) -> EmailRow {
        var row = row
        row.lead = text(row.lead)
        row.letter = letter(row.letter)
        return row
    }

    private func letter(_ letter: Letter) -> Letter {
        var letter = letter
        letter.subject = text(letter.subject)
        letter.body = text(letter.body)
        letter.tags = letter.tags.map(text)
        return letter
    }

    func refused(_ row: AttentionRow) -> AttentionRow {
        var row = row
        row.intent = intent(row.intent)
        row.standing = row.standing?.mapValues(text)
        row.present = row.present.map(present)
        return row
    }

    private func present(_ row: PresentRow) -> PresentRow {
        switch row {
        case .knowledge(let row): .knowledge(knowledge(row))
        case .email(let row): .email(email(row))
        case .contact(let contact): .contact(self.contact(contact))
        }
    }

    /// Texts of what the agent wants; what it does is seen.
    func intent(_ intent: Intent) -> Intent {
        switch intent {
        case .answerQuestion(var rule):
            rule.question = text(rule.question)
            rule.answer = text(rule.answer)
            return .answerQuestion(rule)
        case .logActivity(var rule):
            rule.note = text(rule.note)
            return .logActivity(rule)
        case .bookTour(var rule):
            rule.prospect.name = text(rule.prospect.name)
            rule.prospect.email = text(rule.prospect.email)
            rule.prospect.phone = text(rule.prospect.phone)
            return .bookTour(rule)
        case .moveTour(var rule):
            rule.reason = text(rule.reason)
            return .moveTour(rule)
        case .writeEmail(var rule):
            rule.letter = letter(rule.letter)
            return .writeEmail(rule)
        case .editEmail(var rule):
            rule.seenBody = text(rule.seenBody)
            rule.letter = letter(rule.letter)
            return .editEmail(rule)
        case .correctContact(var rule):
            rule.contact = contact(rule.contact)
            rule.seen = contact(rule.seen)
            return .correctContact(rule)
        case .reviseKnowledge(var rule):
            rule.seenAnswer = text(rule.seenAnswer)
            if let answer = rule.revision.text { rule.revision = .edit(answer: text(answer)) }
            return .reviseKnowledge(rule)
        case .reopenQuestion, .dismissQuestion, .markRead, .assignLead,
            .setStage, .takeOver, .giveBack, .finishFollowUp, .retractActivity, .setTourOutcome,
            .confirmTour, .setEmailStatus, .moveConversations, .coverAbsence, .assignManager,
            .endAssignment, .setPropertySettings, .foreign:
            return intent
        }
    }
}
