import Model

/// What the lists and forms beside the panes show: knowledge, an absence, duplicates, an office.
struct OfficeState: Equatable, Sendable {
    var knowledge: KnowledgePage?
    var absence: AbsencePage?
    var duplicates: DuplicatesPage?
    var visits: VisitsPage?
    var page: OfficePage?
    /// What is done as soon as it has been read.
    var opening: Opening?

    /// A form that is not open when the next key comes is not wanted any more; what a key wrote is.
    mutating func forgetOpening() {
        if opening?.isWrite == false { opening = nil }
    }
}

/// What waits for a page: a form to open, or a write that needs what is there.
enum Opening: Equatable, Sendable {
    case contact(ConversationID)
    case emails(ConversationID)
    case split(ConversationID)
    case takeOver(ConversationID)
    case revise(QuestionID)
    case retire(QuestionID)
    case absence
    case settings(PropertyID)
    case team(PropertyID)

    /// The page that it waits for.
    var request: PageRequest {
        switch self {
        case .contact(let lead), .emails(let lead), .split(let lead), .takeOver(let lead):
            .card(lead)
        case .revise(let id), .retire(let id): .question(id)
        case .absence: .absence(AbsenceQuery())
        case .settings(let property), .team(let property): .office(property)
        }
    }

    /// Whether it writes, rather than opening something.
    var isWrite: Bool {
        switch self {
        case .split, .retire, .takeOver: true
        case .contact, .emails, .revise, .absence, .settings, .team: false
        }
    }
}
