/// What an agent wants done: the row of every kind, with its arguments.
package enum Intent: Hashable, Sendable {
    case answerQuestion(AnswerQuestion)
    case reopenQuestion(ReopenQuestion)
    case dismissQuestion(DismissQuestion)
    case reviseKnowledge(ReviseKnowledge)
    case markRead(MarkRead)
    case assignLead(AssignLead)
    case setStage(SetStage)
    case takeOver(TakeOver)
    case giveBack(GiveBack)
    case logActivity(LogActivity)
    case finishFollowUp(FinishFollowUp)
    case retractActivity(RetractActivity)
    case bookTour(BookTour)
    case moveTour(MoveTour)
    case setTourOutcome(SetTourOutcome)
    case confirmTour(ConfirmTour)
    case writeEmail(WriteEmail)
    case editEmail(EditEmail)
    case setEmailStatus(SetEmailStatus)
    case correctContact(CorrectContact)
    case moveConversations(MoveConversations)
    case coverAbsence(CoverAbsence)
    case assignManager(AssignManager)
    case endAssignment(EndAssignment)
    case setPropertySettings(SetPropertySettings)
    case foreign(ForeignIntent)

    /// What its kind means.
    package var rule: any IntentRule {
        switch self {
        case .answerQuestion(let rule): rule
        case .reopenQuestion(let rule): rule
        case .dismissQuestion(let rule): rule
        case .reviseKnowledge(let rule): rule
        case .markRead(let rule): rule
        case .assignLead(let rule): rule
        case .setStage(let rule): rule
        case .takeOver(let rule): rule
        case .giveBack(let rule): rule
        case .logActivity(let rule): rule
        case .finishFollowUp(let rule): rule
        case .retractActivity(let rule): rule
        case .bookTour(let rule): rule
        case .moveTour(let rule): rule
        case .setTourOutcome(let rule): rule
        case .confirmTour(let rule): rule
        case .writeEmail(let rule): rule
        case .editEmail(let rule): rule
        case .setEmailStatus(let rule): rule
        case .correctContact(let rule): rule
        case .moveConversations(let rule): rule
        case .coverAbsence(let rule): rule
        case .assignManager(let rule): rule
        case .endAssignment(let rule): rule
        case .setPropertySettings(let rule): rule
        case .foreign(let rule): rule
        }
    }

    /// Its name on the wire and in the audit.
    package var kind: String {
        if case .foreign(let intent) = self { intent.name } else { type(of: rule).kind }
    }
}

extension Intent: Codable {
    private enum Key: String, CodingKey {
        case kind, arguments
    }

    private typealias Arguments = KeyedDecodingContainer<Key>

    /// How the arguments of each kind are read.
    private static let readers: [String: @Sendable (Arguments) throws -> Intent] = [
        AnswerQuestion.kind: { .answerQuestion(try read($0)) },
        ReopenQuestion.kind: { .reopenQuestion(try read($0)) },
        DismissQuestion.kind: { .dismissQuestion(try read($0)) },
        ReviseKnowledge.kind: { .reviseKnowledge(try read($0)) },
        MarkRead.kind: { .markRead(try read($0)) },
        AssignLead.kind: { .assignLead(try read($0)) },
        SetStage.kind: { .setStage(try read($0)) },
        TakeOver.kind: { .takeOver(try read($0)) },
        GiveBack.kind: { .giveBack(try read($0)) },
        LogActivity.kind: { .logActivity(try read($0)) },
        FinishFollowUp.kind: { .finishFollowUp(try read($0)) },
        RetractActivity.kind: { .retractActivity(try read($0)) },
        BookTour.kind: { .bookTour(try read($0)) },
        MoveTour.kind: { .moveTour(try read($0)) },
        SetTourOutcome.kind: { .setTourOutcome(try read($0)) },
        ConfirmTour.kind: { .confirmTour(try read($0)) },
        WriteEmail.kind: { .writeEmail(try read($0)) },
        EditEmail.kind: { .editEmail(try read($0)) },
        SetEmailStatus.kind: { .setEmailStatus(try read($0)) },
        CorrectContact.kind: { .correctContact(try read($0)) },
        MoveConversations.kind: { .moveConversations(try read($0)) },
        CoverAbsence.kind: { .coverAbsence(try read($0)) },
        AssignManager.kind: { .assignManager(try read($0)) },
        EndAssignment.kind: { .endAssignment(try read($0)) },
        SetPropertySettings.kind: { .setPropertySettings(try read($0)) },
    ]

    /// Every kind that is known here.
    package static var kinds: [String] { readers.keys.sorted() }

    private static func read<Rule: IntentRule>(_ container: Arguments) throws -> Rule {
        try container.decode(Rule.self, forKey: .arguments)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let kind = try container.decode(String.self, forKey: .kind)
        guard let reader = Self.readers[kind] else { throw Refusal(.unknownKind) }
        self = try reader(container)
    }

    package func encode(to encoder: any Encoder) throws {
        if case .foreign(let intent) = self { return try intent.encode(to: encoder) }
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(kind, forKey: .kind)
        try rule.encode(to: container.superEncoder(forKey: .arguments))
    }
}
