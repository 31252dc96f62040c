import Model

/// What a form of the office is for, with what it is about.
enum OfficeForm: Equatable, Sendable {
    /// A visitor's contact, as it was seen.
    case contact(VisitorID, CorrectContact.Contact, name: String)
    case knowledge(KnowledgeRow)
    /// Who may be away, and who may stand in; nil is the team.
    case absence(away: [AgentName], covers: [AgentName?])
    case settings(OfficePage)
    case assign(OfficePage)
    case end(AssignmentRow)

    var title: String {
        switch self {
        case .contact: "Correct a contact"
        case .knowledge: "Knowledge"
        case .absence: "Cover an absence"
        case .settings: "Property settings"
        case .assign: "Assign somebody"
        case .end: "End an assignment"
        }
    }

    /// The name under which unfinished texts are kept.
    var draftName: String {
        switch self {
        case .contact(let id, _, name: _): "contact-\(id)"
        case .knowledge(let row): "knowledge-\(row.id)"
        case .absence: "absence"
        case .settings(let page): "settings-\(page.property)"
        case .assign(let page): "assign-\(page.property)"
        case .end(let row): "end-\(row.id)"
        }
    }

    /// At the right of the frame.
    var note: String {
        switch self {
        case .contact(_, _, let name): name
        case .knowledge(let row): row.propertyName
        case .absence: ""
        case .settings(let page), .assign(let page): page.name
        case .end(let row): row.agent.words
        }
    }

    /// What it is about, above its fields.
    var introduction: [String] {
        switch self {
        case .knowledge(let row): [row.question]
        case .contact, .absence, .settings, .assign, .end: []
        }
    }
}

extension FormPurpose {
    /// Whether it is about something that is there already, and can be dropped.
    var isOfStanding: Bool {
        switch self {
        case .office(.knowledge), .editEmail: true
        case .office, .answer, .book, .move, .cancel, .complete, .note, .call, .followUp, .email,
            .schedule:
            false
        }
    }
}
