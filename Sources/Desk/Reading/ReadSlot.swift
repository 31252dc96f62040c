import Model

/// The kinds of requests; of each at most one is under way.
enum ReadSlot: Int, CaseIterable, Hashable, Sendable {
    case overview
    case leads
    case conversation
    case talkSearch
    case card
    case visits
    case questions
    case tours
    case question
    case booking
    case attention
    case emails
    case insights
    case report
    case shift
    case knowledge
    case absence
    case duplicates
    case office

    /// Whether what it answers is worked out of many rows: it is read again when the minute turns,
    /// not with every row that changes.
    var isSlow: Bool { self == .insights || self == .report }

    /// Whether it is read together with a write: where a write is mostly seen, and quick to read.
    var comesWithWrites: Bool {
        switch self {
        case .overview, .leads, .conversation, .card, .questions, .tours, .emails, .shift: true
        case .talkSearch, .visits, .question, .booking, .attention, .insights, .report, .knowledge,
            .absence, .duplicates, .office:
            false
        }
    }
}

extension PageRequest {
    var slot: ReadSlot {
        switch self {
        case .overview: .overview
        case .leads: .leads
        case .conversation: .conversation
        case .talkSearch: .talkSearch
        case .card: .card
        case .visits: .visits
        case .questions: .questions
        case .tours: .tours
        case .question: .question
        case .booking: .booking
        case .attention: .attention
        case .emails: .emails
        case .insights: .insights
        case .report: .report
        case .shift: .shift
        case .knowledge: .knowledge
        case .absence: .absence
        case .duplicates: .duplicates
        case .office: .office
        }
    }
}

extension Page {
    /// What this answers.
    var request: PageRequest {
        switch self {
        case .overview: .overview
        case .leads(let page): .leads(page.query)
        case .conversation(let page): .conversation(page.query)
        case .talkSearch(let page): .talkSearch(page.query)
        case .card(let card): .card(card.lead.id)
        case .visits(let page): .visits(page.conversation)
        case .questions(let page): .questions(page.query)
        case .tours(let page): .tours(page.query)
        case .question(let card): .question(card.question.id)
        case .booking(let page): .booking(page.query)
        case .attention: .attention
        case .emails(let page): .emails(page.query)
        case .insights(let page): .insights(page.query)
        case .report(let report): .report(report.day)
        case .shift(let page): .shift(page.query)
        case .knowledge(let page): .knowledge(page.query)
        case .absence(let page): .absence(page.query)
        case .duplicates(let page): .duplicates(page.query)
        case .office(let page): .office(page.property)
        case .gone(let request): request
        }
    }
}
