import Model

@testable import Desk

/// An office with something of everything, whose rows come, change and go.
struct MonkeyOffice {
    private var office: Office
    private var newcomers: UInt64 = 1_000

    /// Writes that were refused.
    var refused: Int { office.attention.count }
    /// Of these the list keeps so many.
    private static let mostRefused = 6

    init() {
        office = .busy()
        let emails = Office.withEmails()
        office.emails = emails.emails
        office.campaigns = emails.campaigns
        office.requests = Office.northgate().requests
        office.overview.properties += Office.northgate(properties: 3).overview.properties
            .dropFirst()
        office.knowledge = office.questions.map { row in
            KnowledgeRow(
                id: row.id.cast(),
                property: row.property,
                propertyName: row.propertyName,
                question: row.text,
                answer: "Yes.",
                isInDoubt: row.origin == .review
            )
        }
        for row in office.questions {
            office.questionCards[row.id] = QuestionCard(
                question: row,
                asked: row.origin == .review
                    ? QuestionRows(knowledge: [row.id.cast()])
                    : QuestionRows(tasks: [row.id.cast()]),
                reachable: 1,
                similar: [SimilarAnswer(question: "Garage?", answer: "A space.", likeness: 50)],
                seenAnswer: row.origin == .review ? "Yes." : nil
            )
        }
        office.assignments = office.agents.enumerated().map { number, agent in
            AssignmentRow(
                id: AssignmentID(high: 3, low: UInt64(number)),
                agent: agent,
                property: Office.property,
                from: "2026-01-01",
                until: nil,
                isPrimary: number == 0
            )
        }
        office.absentTours = office.tours.prefix(5).map { AbsentTour(tour: $0, obstacle: nil) }
    }

    func answer(_ request: PageRequest) -> Page { office.answer(request) }

    /// The hub refused it, and it waits for the agent.
    mutating func refuse(_ intent: Intent) {
        newcomers += 1
        let row = AttentionRow(
            id: MutationID(high: 7, low: newcomers),
            madeAt: Office.now,
            intent: intent,
            refusal: Refusal(.changed),
            standing: ["answer": "No."]
        )
        office.attention = Array(([row] + office.attention).prefix(Self.mostRefused))
    }

    mutating func settle(_ id: MutationID) { office.attention.removeAll { $0.id == id } }

    /// One row comes, changes or goes.
    mutating func change(_ monkey: inout Monkey) {
        newcomers += 1
        switch monkey.below(10) {
        case 0:
            var lead = Office.lead(newcomers, name: monkey.text())
            lead.lastLine = monkey.text()
            lead.waitingSince = Office.ago(monkey.below(500))
            office.leads.append(lead)
            office.overview.waiting += 1
            if office.leads.count > 80 { office.leads.removeFirst(40) }
        case 1: remove(from: &office.leads, &monkey)
        case 2: remove(from: &office.questions, &monkey)
        case 3: remove(from: &office.tours, &monkey)
        case 4: remove(from: &office.emails, &monkey)
        case 5: remove(from: &office.knowledge, &monkey)
        case 6: remove(from: &office.attention, &monkey)
        case 7: say(&monkey)
        case 8 where !office.tours.isEmpty:
            office.tours[monkey.below(office.tours.count)].prospect = monkey.text()
        default: self.restock()
        }
    }

    /// Somebody writes.
    private mutating func say(_ monkey: inout Monkey) {
        guard !office.leads.isEmpty else { return }
        let id = office.leads[monkey.below(office.leads.count)].id
        let message = TranscriptMessage(
            id: MessageID(high: 77, low: newcomers),
            sender: monkey.below(2) == 0 ? .visitor : .bot,
            text: monkey.text(),
            at: Office.now,
            kind: .text
        )
        office.transcripts[id, default: []].append(message)
    }

    /// What went comes back, so that no list stays empty.
    private mutating func restock() {
        let full = Office.busy()
        office.questions = full.questions
        office.tours = full.tours
        office.emails = Office.withEmails().emails
        if office.leads.count < 20 { office.leads += full.leads }
        var seen: Set<ConversationID> = []
        office.leads.removeAll { !seen.insert($0.id).inserted }
    }

    private func remove<Row>(from rows: inout [Row], _ monkey: inout Monkey) {
        if !rows.isEmpty { rows.remove(at: monkey.below(rows.count)) }
    }
}
