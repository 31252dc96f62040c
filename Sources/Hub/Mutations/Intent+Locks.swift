import Model

// What must not change while the hub decides: taken before anything is read, as a row that is not
// there yet cannot be locked itself.
extension Intent {
    /// The rows that it names, or whose being there it decides.
    var rowsToLock: [RowID] {
        switch self {
        case .answerQuestion(let rule): rule.asked.all
        case .dismissQuestion(let rule): rule.asked.all
        case .reopenQuestion(let rule): rule.tasks + rule.knowledge
        case .reviseKnowledge(let rule): [rule.entry.cast()]
        case .markRead(let rule): [rule.conversation.cast()]
        case .assignLead(let rule): [rule.conversation.cast()]
        case .setStage(let rule): [rule.conversation.cast()]
        case .takeOver(let rule): [rule.conversation.cast()]
        case .giveBack(let rule): [rule.conversation.cast()]
        case .logActivity(let rule): [rule.conversation.cast()]
        case .finishFollowUp(let rule): [rule.activity.cast()]
        case .retractActivity(let rule): [rule.activity.cast()]
        case .bookTour(let rule): rule.conversation.map { [$0.cast()] } ?? []
        case .moveTour(let rule): [rule.tour.cast()]
        case .setTourOutcome(let rule): [rule.tour.cast()]
        case .confirmTour(let rule): [rule.tour.cast()]
        case .writeEmail(let rule): [rule.conversation.cast()]
        case .editEmail(let rule): [rule.draft.cast()]
        case .setEmailStatus(let rule): [rule.draft.cast()]
        case .correctContact(let rule): [rule.visitor.cast()]
        case .moveConversations(let rule):
            [rule.from.cast(), rule.to.cast()] + rule.conversations.map { $0.cast() }
        case .coverAbsence(let rule):
            rule.tours.map { $0.cast() } + rule.tasks + rule.leads.map { $0.cast() }
        case .assignManager(let rule): [rule.property.cast()]
        case .endAssignment(let rule): [rule.assignment.cast()]
        case .setPropertySettings(let rule): [rule.property.cast()]
        case .foreign: []
        }
    }

    /// The days of people whose tours it may add to; read once `rowsToLock` are held.
    func daysToLock(_ act: Act, _ rows: some OfficeRows) throws -> [LockKey] {
        switch self {
        case .bookTour(let rule):
            try Self.days(rule.property, rule.manager, rule.start, act, rows)
        case .moveTour(let rule):
            try Self.days(of: rule.tour, to: rule.manager.agent, rule.start, act, rows)
        case .setTourOutcome(let rule):
            rule.outcome == .scheduled
                ? try Self.days(of: rule.tour, to: nil, nil, act, rows) : []
        case .coverAbsence(let rule):
            try rule.tours.flatMap { try Self.days(of: $0, to: rule.to, nil, act, rows) }
        case .answerQuestion, .reopenQuestion, .dismissQuestion, .reviseKnowledge, .markRead,
            .assignLead, .setStage, .takeOver, .giveBack, .logActivity, .finishFollowUp,
            .retractActivity, .confirmTour, .writeEmail, .editEmail, .setEmailStatus,
            .correctContact, .moveConversations, .assignManager, .endAssignment,
            .setPropertySettings, .foreign:
            []
        }
    }

    private static func days(
        of tour: TourID,
        to manager: AgentID?,
        _ start: Timestamp?,
        _ act: Act,
        _ rows: some OfficeRows
    ) throws -> [LockKey] {
        guard let record = try rows.row(.tours, tour.cast()),
            let property: PropertyID = record.id("property_id"),
            let start = start ?? record.instant("tour_datetime")
        else { return [] }
        let holder: AgentID? = manager ?? record.id("property_manager_id")
        return try days(property, holder, start, act, rows)
    }

    /// The days of whoever may be kept from another tour by this one.
    ///
    /// Two tours that begin within a day of each other have a day in common, so each takes its own
    /// and the next. Tours of no agent count against the whole team.
    private static func days(
        _ property: PropertyID,
        _ manager: AgentID?,
        _ start: Timestamp,
        _ act: Act,
        _ rows: some OfficeRows
    ) throws -> [LockKey] {
        guard try rows.row(.property, property.cast()) != nil else { return [] }
        let team = try rows.bookingOffice(property, at: act.at).agents
        let people = team.union(manager.map { [$0] } ?? []).map { $0.cast(to: RowKind.Row.self) }
        let day = Zone.utc.local(start).date.dayNumber
        return (people + [property.cast()]).flatMap { [.day($0, day), .day($0, day + 1)] }
    }
}

extension QuestionRows {
    /// Of whichever table.
    fileprivate var all: [RowID] { tasks + messages + knowledge }
}

extension MoveTour.Reassignment {
    /// Whose it becomes, where that is somebody's.
    fileprivate var agent: AgentID? {
        switch self {
        case .same: nil
        case .to(let agent): agent
        }
    }
}
