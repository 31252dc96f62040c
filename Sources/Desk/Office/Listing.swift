import Model

/// A list of the office's rows to choose from.
enum Listing: Equatable, Sendable {
    /// What the chatbot knows.
    case knowledge
    /// Emails to a lead that are not sent.
    case emails(ConversationID)
    /// Who may be the same as a lead's visitor; nil is everybody twice.
    case duplicates(ConversationID?)
    /// Earlier visits of a conversation's visitor.
    case visits(ConversationID)
    case properties(PropertyUse)
    /// Who works at a property.
    case team(PropertyID)

    var title: String {
        switch self {
        case .knowledge: "Knowledge"
        case .emails: "Emails that are not sent"
        case .duplicates: "One person twice?"
        case .visits: "Earlier visits"
        case .properties: "Which property?"
        case .team: "Who works here"
        }
    }

    /// What is said where there is nothing.
    func emptiness(_ desk: DeskState) -> String {
        switch self {
        case .knowledge: "The chatbot knows no answer yet; those that you publish appear here."
        case .emails: "No email to this lead waits; \(desk.key(.email)) writes one."
        case .duplicates(nil): "Nobody left the same address or phone number twice."
        case .duplicates: "Nobody else has the same address, phone number, browser or name."
        case .visits: "This is the first visit of this browser."
        case .properties, .team: "Nothing is here."
        }
    }
}

/// What a property is chosen for.
enum PropertyUse: Equatable, Sendable {
    case settings
    case team
    /// The whole desk is narrowed to it.
    case narrow

    /// What is opened for it; nil where nothing is.
    func opening(_ property: PropertyID) -> Opening? {
        switch self {
        case .settings: .settings(property)
        case .team: .team(property)
        case .narrow: nil
        }
    }
}

/// A row of such a list.
enum Listed: Equatable, Sendable {
    case knowledge(KnowledgeRow)
    case email(EmailRow)
    case duplicate(DuplicatePair)
    case visit(EarlierVisit)
    case property(PropertyName, PropertyUse)
    /// Narrows the desk to a property, nil to none, with what waits there.
    case narrowing(PropertyName?, PropertyWaits)
    case assignment(AssignmentRow)
    /// Gives somebody the property.
    case newAssignment(OfficePage)

    /// Whether both are about the same row.
    func isSame(as other: Listed) -> Bool {
        switch (self, other) {
        case (.knowledge(let row), .knowledge(let before)): row.id == before.id
        case (.email(let row), .email(let before)): row.id == before.id
        case (.duplicate(let pair), .duplicate(let before)):
            pair.kept.id == before.kept.id && pair.merged.id == before.merged.id
        case (.visit(let visit), .visit(let before)): visit.id == before.id
        case (.property(let property, _), .property(let before, _)): property.id == before.id
        case (.narrowing(let property, _), .narrowing(let before, _)):
            property?.id == before?.id
        case (.assignment(let row), .assignment(let before)): row.id == before.id
        case (.newAssignment, .newAssignment): true
        default: false
        }
    }

    /// What it says at more length, for below the list; nil where its line says all.
    func sentences(_ desk: DeskState) -> String? {
        switch self {
        case .knowledge(let row): row.answer
        case .email(let row): row.letter.body
        case .duplicate(let pair):
            """
            \(desk.key(.choose)) gives what \(pair.merged.words) said to \(pair.kept.words); \
            \(desk.key(.split)) on the lead makes them two again.
            """
        case .visit(let visit): VisitWords(desk: desk, visit: visit).sentences
        case .property, .narrowing, .assignment, .newAssignment: nil
        }
    }
}

extension Menu {
    /// The list that it shows; nil where it shows another.
    var listing: Listing? { if case .listing(let listing) = kind { listing } else { nil } }
}

extension VisitorFace {
    /// As the desk speaks of them: by name, else by what is known.
    var words: String {
        name ?? contact.email ?? contact.phone ?? "Visitor \(id.short)"
    }
}
