import Model
import Testing

@testable import Replica

@Suite("Pages of one property hold what is that property's, and all of it")
struct NarrowedTests {
    private static let north: PropertyID = Office.id(.property, 1)
    private static let harbor: PropertyID = Office.id(.property, 2)
    private static let day = LocalDate("2026-11-24") ?? LocalDate(dayNumber: 0)

    /// Two leads, a question, a tour and an email at the first property; one lead, two questions, a
    /// tour and two emails at the second.
    private static let rows =
        Office.company() + Office.property(1, name: "Northgate")
        + Office.property(2, name: "Harbor") + [
            Office.visitor(1, first: "Jordan", email: "j@mail.example"),
            Office.visitor(2, first: "Mei", email: "m@mail.example"),
            Office.visitor(3, first: "Liam", email: "l@mail.example"),
            Office.conversation(1, chatbot: 1, visitor: 1),
            Office.conversation(2, chatbot: 1, visitor: 2),
            Office.conversation(3, chatbot: 2, visitor: 3), Office.message(1, in: 1, "hello"),
            Office.message(2, in: 2, "hello"), Office.message(3, in: 3, "hello"),
            Office.task(1, property: 1, conversation: 1, "Parking?"),
            Office.task(2, property: 2, conversation: 3, "A gym?"),
            Office.task(3, property: 2, conversation: 3, "A pool?"),
            Office.tour(1, property: 1, conversation: 2, at: "2026-11-24T20:00:00Z"),
            Office.tour(2, property: 2, conversation: 3, at: "2026-11-24T20:15:00Z"),
            draft(1, conversation: 1), draft(2, conversation: 3), draft(3, conversation: 3),
        ]

    private static func draft(_ number: Int, conversation: Int) -> TableRow {
        Office.row(
            .emailDrafts,
            number,
            [
                "conversation_id": Office.ref(.conversation, conversation),
                "subject": .text("letter \(number)"), "content": .text("Hi"),
                "created_at": .instant(instant("2026-11-20T10:00:00Z")),
            ]
        )
    }

    private static func leads(_ replica: ReplicaWriter, _ property: PropertyID?) throws -> LeadPage
    {
        let conditions = property.map { [LeadCondition.at($0)] } ?? []
        return try replica.leads(LeadQuery(filter: LeadFilter(conditions: conditions)))
    }

    @Test("leads, questions, tours, emails and insights of a property and of all")
    func pages() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        for (property, leads, questions, tours, emails) in [
            (Self.north, 2, 1, 1, 1), (Self.harbor, 1, 2, 1, 2), (nil, 3, 3, 2, 3),
        ] as [(PropertyID?, Int, Int, Int, Int)] {
            let page = try Self.leads(replica, property)
            #expect(page.total == leads)
            let others = page.rows.count { property != nil && $0.property != property }
            #expect(others == 0)
            guard
                case .questions(let asked) = try replica.see(
                    .questions(QuestionQuery(property: property))
                ),
                case .tours(let booked) = try replica.see(
                    .tours(
                        TourQuery(
                            from: Self.day,
                            to: Self.day.adding(days: 1),
                            counted: Self.day..<Self.day.adding(days: 1),
                            property: property
                        )
                    )
                ),
                case .emails(let written) = try replica.see(
                    .emails(EmailQuery(property: property))
                ),
                case .insights(let counted) = try replica.see(
                    .insights(
                        InsightsQuery(period: .month, last: Self.day, property: property)
                    )
                ),
                case .shift(let shift) = try replica.see(
                    .shift(
                        ShiftQuery(
                            since: instant("2026-11-01T00:00:00Z"),
                            day: Self.day,
                            property: property
                        )
                    )
                )
            else { throw TestFailure("another page than was asked for") }
            #expect(asked.rows.count == questions)
            #expect(asked.total == questions)
            #expect(booked.tours.count == tours)
            #expect(booked.counts[Self.day]?.held == tours)
            // One manager has both at once, whichever of them is shown.
            let marked = booked.tours.count(where: \.overlaps)
            #expect(marked == tours)
            #expect(written.rows.count == emails)
            #expect(written.counts[.drafts] == emails)
            #expect(counted.funnel.chats == leads)
            #expect(shift.leads.count == leads)
            #expect(shift.leadsTotal == leads)
            #expect(shift.tours.count == tours)
            #expect(shift.questions.count == questions)
        }
    }

    @Test("the overview counts what waits by property, and it sums up to what waits in all")
    func overview() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        guard case .overview(let overview) = try replica.see(.overview) else {
            throw TestFailure("no overview")
        }
        let waits = overview.waits
        #expect(waits[Self.north]?.questions == 1)
        #expect(waits[Self.harbor]?.questions == 2)
        let waiting = waits.values.reduce(0) { $0 + $1.waiting }
        #expect(waiting == overview.waiting)
        #expect(overview.waiting > 0)
    }

    @Test("no window of one property scans what it need not")
    func plans() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        let filter = LeadFilter(conditions: [.at(Self.north)])
        let requests: [PageRequest] =
            LeadOrder.allCases.map { .leads(LeadQuery(filter: filter, order: $0)) } + [
                .overview, .questions(QuestionQuery(property: Self.north)),
                .emails(EmailQuery(property: Self.north)),
                .tours(
                    TourQuery(from: Self.day, to: Self.day.adding(days: 7), property: Self.north)
                ),
                .insights(InsightsQuery(period: .week, last: Self.day, property: Self.north)),
                .shift(
                    ShiftQuery(
                        since: instant("2026-11-01T00:00:00Z"),
                        day: Self.day,
                        property: Self.north
                    )
                ),
            ]
        for request in requests {
            let plans = try replica.reader.read { db in
                try steps(of: db) {
                    _ = try PageBuilder(db: db, now: Profile.now, agent: Office.agent)
                        .page(request)
                }
            }
            // How many a filter lets through is counted, up to a limit, as for every filter.
            let windows = try #require(plans).filter { !$0.statement.hasPrefix("SELECT count(*)") }
            for plan in windows where !plan.isAllowed {
                Issue.record("\(plan.step) in \(plan.statement)")
            }
        }
    }
}
