import GRDB
import Model
import Synchronization
import Testing

@testable import Replica

@Suite("No statement reads more than it needs")
struct PlanTests {
    private static let rows =
        Office.company() + Office.property(1, name: "Northgate") + [
            Office.visitor(1, first: "Jordan", browser: "b"), Office.conversation(1, visitor: 1),
            Office.message(1, in: 1, "Is it quiet?", type: "unanswered_question"),
            Office.tour(1, conversation: 1, at: "2026-11-24T20:00:00Z"),
            Office.task(1, conversation: 1, "Parking?"),
        ]

    private static let lead: ConversationID = Office.id(.conversation, 1)
    private static let today = LocalDate(dayNumber: 20_000)

    @Test(
        "a window of a pane reads an index from the right place and sorts nothing",
        arguments: LeadOrder.allCases.flatMap { order in
            [
                PageRequest.leads(LeadQuery(order: order)),
                .leads(LeadQuery(order: order, anchor: .last)),
                .leads(LeadQuery(order: order, anchor: .around(lead))),
            ]
        } + [
            .overview, .conversation(TranscriptQuery(conversation: lead)),
            .conversation(TranscriptQuery(conversation: lead, anchor: .beginning)),
            .conversation(
                TranscriptQuery(conversation: lead, anchor: .around(Office.id(.message, 1)))
            ),
            .talkSearch(TalkSearchQuery(conversation: lead, sought: SoughtText("quiet"))),
            .card(lead), .visits(lead), .questions(QuestionQuery()),
            .tours(TourQuery(from: today, to: today.adding(days: 7))),
            .tours(
                TourQuery(
                    from: today,
                    to: today,
                    limit: 1,
                    counted: today..<today.adding(days: 42)
                )
            ),
            .emails(EmailQuery()), .insights(InsightsQuery(period: .quarter, last: today)),
            .report(today), .shift(ShiftQuery(since: Timestamp(microseconds: 0), day: today)),
        ]
    )
    func windows(request: PageRequest) async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        let plans = try replica.reader.read { db in
            try steps(of: db) {
                _ = try PageBuilder(db: db, now: Profile.now, agent: Office.agent).page(request)
            }
        }
        for plan in try #require(plans) where !plan.isAllowed {
            Issue.record("\(plan.step) in \(plan.statement)")
        }
    }

    @Test("a difference touches what it must by id")
    func difference() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        let body = Body.delta(Self.rows, delete: [(.tours, [Office.id(.tours, 1)])], cursor: "x")
        let plans = try await replica.connection { db in
            var plans: [Plan] = []
            try db.inTransaction {
                let applier = try DeltaApplier(db)
                plans = try steps(of: db) {
                    _ = try applier.take(body)
                    try applier.finish()
                }
                return .rollback
            }
            return plans
        }
        #expect(plans.count > 50)
        for plan in plans where !plan.isAllowed {
            Issue.record("\(plan.step) in \(plan.statement)")
        }
    }
}

/// One step of how SQLite runs a statement.
struct Plan: Sendable {
    var statement: String
    var step: String

    /// A scan of what is small, or of what a search has found, is no scan.
    var isAllowed: Bool {
        if step.contains("TEMP B-TREE") {
            return Self.smallSorts.contains { statement.contains($0) }
        }
        guard step.hasPrefix("SCAN"), !step.contains("VIRTUAL TABLE") else { return true }
        // A list that ends where its limit is reached begins at the index's first entry.
        if step.contains("INDEX"), statement.contains("LIMIT") { return true }
        return Self.small.contains { step.hasPrefix("SCAN \($0)") }
    }

    /// Properties (150 at most), the scratch of a difference, what a subquery yields, and the one
    /// row of `replica`.
    private static let small = [
        "p", "property", "CONSTANT ROW", "(subquery", "temp.", "touched", "doomed", "g", "replica",
    ]
    /// What sorts one conversation's rows or the list of properties.
    private static let smallSorts = [
        "ORDER BY p.name", "amplitude_analytics", "tour_datetime", "lead_source", "GROUP BY place",
        "SELECT DISTINCT", "question_entry", "t.conversation_id",
    ]
}

/// How SQLite runs each statement that the body runs.
func steps(of db: Database, _ body: () throws -> Void) throws -> [Plan] {
    let seen = Mutex<[String]>([])
    db.trace { event in
        if case .statement(let statement) = event {
            seen.withLock { $0.append(statement.expandedSQL) }
        }
    }
    defer { db.trace() }
    try body()
    db.trace()
    let statements = seen.withLock { $0 }
    #expect(!statements.isEmpty)
    let verbs = ["SELECT", "INSERT", "UPDATE", "DELETE"]
    return try statements.filter { sql in verbs.contains { sql.hasPrefix($0) } }
        .flatMap { sql in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql)
                .map { Plan(statement: sql, step: $0["detail"]) }
        }
}
