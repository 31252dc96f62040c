import Model

// Rows of leads, cards, talks and questions: who and what was said is covered; how long somebody
// waits, how far they came, counts and times are not.
extension Veil {
    func lead(_ row: LeadRow) -> LeadRow {
        var row = row
        row.name = text(row.name)
        row.lastLine = text(row.lastLine)
        return row
    }

    func card(_ card: LeadCard) -> LeadCard {
        var card = card
        card.lead = lead(card.lead)
        card.email = text(card.email)
        card.phone = text(card.phone)
        card.summary = text(card.summary)
        card.workLocation = text(card.workLocation)
        card.reasonForMoving = text(card.reasonForMoving)
        card.petDetails = text(card.petDetails)
        card.desiredFeatures = text(card.desiredFeatures)
        card.tours = card.tours.map(tour)
        card.contact = card.contact.map(contact)
        card.activities = card.activities.map { activity in
            var activity = activity
            activity.note = text(activity.note)
            return activity
        }
        card.drafts = card.drafts.map(email)
        return card
    }

    func visit(_ visit: EarlierVisit) -> EarlierVisit {
        var visit = visit
        visit.lead = lead(visit.lead)
        visit.tours = visit.tours.map(tour)
        return visit
    }

    func message(_ message: TranscriptMessage) -> TranscriptMessage {
        var message = message
        message.text = text(message.text)
        return message
    }

    func question(_ row: QuestionRow) -> QuestionRow {
        var row = row
        row.text = text(row.text)
        return row
    }

    /// What the property's knowledge says already is said to everybody.
    func question(_ card: QuestionCard) -> QuestionCard {
        var card = card
        card.question = question(card.question)
        card.talk = card.talk.map(message)
        card.seenAnswer = text(card.seenAnswer)
        return card
    }

    /// What the chatbot tells everybody stays; what nobody has looked at may be somebody's own.
    func knowledge(_ row: KnowledgeRow) -> KnowledgeRow {
        guard row.isInDoubt else { return row }
        var row = row
        row.question = text(row.question)
        row.answer = text(row.answer)
        return row
    }

    func contact(_ contact: CorrectContact.Contact) -> CorrectContact.Contact {
        var contact = contact
        contact.first = text(contact.first)
        contact.last = text(contact.last)
        contact.email = text(contact.email)
        contact.phone = text(contact.phone)
        return contact
    }

    func pair(_ pair: DuplicatePair) -> DuplicatePair {
        var pair = pair
        pair.kept = face(pair.kept)
        pair.merged = face(pair.merged)
        return pair
    }

    private func face(_ face: VisitorFace) -> VisitorFace {
        var face = face
        face.contact = contact(face.contact)
        face.browser = text(face.browser)
        return face
    }
}
