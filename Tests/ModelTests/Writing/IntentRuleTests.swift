import Foundation
import Model
import Testing

/// What intents do to rows, when they refuse, and how they are taken back.
struct IntentRuleTests {
    private static let property = PropertyID(high: 1, low: 1)
    private static let other = PropertyID(high: 1, low: 2)
    private static let dana = AgentID(high: 2, low: 1)
    private static let luis = AgentID(high: 2, low: 2)
    private static let lead = ConversationID(high: 3, low: 1)
    private static let visitor = VisitorID(high: 4, low: 1)
    private static let now = Timestamp(microseconds: 1_795_464_000_000_000)
    private static let tomorrow = now.advanced(by: .seconds(86_400))

    private static func act(_ number: UInt64 = 1, _ agent: AgentID = dana) -> Act {
        Act(agent: agent, at: now, mutation: MutationID(high: 9, low: number))
    }

    private static func tour(_ number: UInt64, _ agent: AgentID, _ start: Timestamp) -> Record {
        Record(
            .tours,
            RowID(high: 5, low: number),
            [
                "property_id": .id(property), "property_manager_id": .id(agent),
                "tour_datetime": .instant(start), "duration_minutes": .integer(30),
                "status": .text("scheduled"),
            ]
        )
    }

    private static func office(_ more: [Record] = []) -> MemoryRows {
        let places = [property, other].map { id in
            Record(.property, id.cast(), ["name": .text("Court"), "state": .text("CA")])
        }
        let agents = [dana, luis].flatMap { id in
            [
                Record(.propertyManager, id.cast(), [:]),
                Record(
                    .propertyManagerAssignment,
                    id.cast(),
                    [
                        "property_id": .id(property), "property_manager_id": .id(id),
                        "start_date": .text("2026-01-01"),
                    ]
                ),
            ]
        }
        return MemoryRows(
            places + agents + [
                Record(.chatbot, RowID(high: 6, low: 1), ["property_id": .id(property)]),
                Record(.user, visitor.cast(), ["email": .text("ann@x.example")]),
                Record(
                    .conversation,
                    lead.cast(),
                    [
                        "chatbot_id": .id(RowID(high: 6, low: 1)), "user_id": .id(visitor),
                        "status": .text("active"),
                    ]
                ),
                Record(
                    .message,
                    RowID(high: 7, low: 1),
                    ["conversation_id": .id(lead), "message_text": .text("Pool?")]
                ),
            ] + more
        )
    }

    private static func code(_ body: () throws -> Void) -> Refusal.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? Refusal)?.code
        }
    }

    @Test("a question that the bot passed on is answered once, at its own property")
    func answeredOnce() throws {
        var rows = Self.office()
        func answer(at property: PropertyID) -> Intent {
            .answerQuestion(
                AnswerQuestion(
                    property: property,
                    question: "Pool?",
                    answer: "Yes.",
                    asked: QuestionRows(messages: [RowID(high: 7, low: 1)])
                )
            )
        }
        #expect(Self.code { try rows.apply(answer(at: Self.other), Self.act()) } == .badValue)
        try rows.apply(answer(at: Self.property), Self.act())
        #expect(rows.records[.emailDrafts]?.count == 1)
        let again = Self.code { try rows.apply(answer(at: Self.property), Self.act(2, Self.luis)) }
        #expect(again == .alreadyAnswered)
        let dismissal = DismissQuestion(
            property: Self.property,
            asked: QuestionRows(messages: [RowID(high: 7, low: 1)])
        )
        #expect(
            Self.code { try rows.apply(.dismissQuestion(dismissal), Self.act(3)) }
                == .alreadyAnswered
        )
    }

    @Test("a booking that is taken back leaves the lead as it was")
    func bookingTakenBack() throws {
        let notification = Record(
            .leadNotification,
            RowID(high: 8, low: 2),
            ["conversation_id": .id(Self.lead), "response_at": .null, "read_at": .null]
        )
        var rows = Self.office([notification])
        let talk = rows.row(.conversation, Self.lead.cast())
        let book = Intent.bookTour(
            BookTour(
                property: Self.property,
                conversation: Self.lead,
                manager: Self.dana,
                prospect: Prospect(name: "Ann"),
                start: Self.tomorrow,
                minutes: 30,
                type: .inPerson,
                confirmed: true
            )
        )
        let inverse = try #require(try book.rule.inverse(Self.act(), rows))
        try rows.apply(book, Self.act())
        #expect(rows.row(.conversation, Self.lead.cast())?.text("status") == "tour_scheduled")
        #expect(rows.row(.leadNotification, notification.id)?["response_at"] != .null)
        try rows.apply(inverse, Self.act(2))
        let after = rows.row(.conversation, Self.lead.cast())
        for column in ["status", "is_book_tour", "tour_datetime", "tour_type"] {
            #expect(after?[column] ?? .null == talk?[column] ?? .null, "\(column)")
        }
        #expect(rows.row(.leadNotification, notification.id)?["response_at"] == .null)
        #expect(rows.row(.leadNotification, notification.id)?["read_at"] == .null)
        #expect(rows.records[.tours]?.values.first?.text("status") == "cancelled")
    }

    @Test("a number of askers that no list has is refused", arguments: [-1, 501, Int.min, Int.max])
    func noSuchNumber(count: Int) throws {
        let text = """
            {"kind": "reopen_question", "arguments": {
                "tasks": ["\(RowID(high: 8, low: 1).text)"], "knowledge": [], "retires": [],
                "answering": "\(MutationID(high: 9, low: 9).text)", "conversations": \(count)
            }}
            """
        let reopening = try JSONDecoder().decode(Intent.self, from: Data(text.utf8))
        #expect(
            Self.code { _ = try reopening.rule.writes(Self.act(), Self.office()) } == .badValue
        )
    }

    @Test("an answer in doubt that was answered anew is as it was, taken back")
    func earlierAnswer() throws {
        let entry = RowID(high: 8, low: 1)
        let doubtful = Record(
            .faq,
            entry,
            [
                "property_id": .id(Self.property), "question": .text("Pool?"),
                "answer": .text("Perhaps."), "status": .text("needs_review"),
            ]
        )
        var rows = Self.office([doubtful])
        let answer = Intent.answerQuestion(
            AnswerQuestion(
                property: Self.property,
                question: "Pool?",
                answer: "Yes.",
                asked: QuestionRows(knowledge: [entry])
            )
        )
        let inverse = try #require(try answer.rule.inverse(Self.act(), rows))
        try rows.apply(answer, Self.act())
        #expect(rows.row(.faq, entry)?.text("answer") == "Yes.")
        try rows.apply(inverse, Self.act(2))
        #expect(rows.row(.faq, entry)?.text("answer") == "Perhaps.")
        #expect(rows.row(.faq, entry)?.text("status") == "needs_review")
    }

    @Test("an assignment taken back never began: nobody keeps the property until midnight")
    func assignmentTakenBack() throws {
        var rows = Self.office()
        let assign = Intent.assignManager(
            AssignManager(property: Self.other, manager: Self.luis, from: "2026-11-23")
        )
        let inverse = try #require(try assign.rule.inverse(Self.act(), rows))
        try rows.apply(assign, Self.act())
        try rows.apply(inverse, Self.act(2))
        let row = try #require(
            rows.rows(.propertyManagerAssignment, where: "property_id", is: Self.other.cast()).first
        )
        #expect(row.text("end_date") == "2026-11-22")
        #expect(row.text("start_date") == "2026-11-22")
        let end = EndAssignment(assignment: row.id.cast(), lastDay: "2026-11-20")
        #expect(
            Self.code { _ = try end.writes(Self.act(3), rows) } == .badValue,
            "only the day before the first says so"
        )
    }

    @Test("an answer taken back leaves the question waiting and its draft cancelled")
    func reopened() throws {
        var rows = Self.office()
        let answer = Intent.answerQuestion(
            AnswerQuestion(
                property: Self.property,
                question: "Pool?",
                answer: "Yes.",
                asked: QuestionRows(messages: [RowID(high: 7, low: 1)])
            )
        )
        let inverse = try #require(try answer.rule.inverse(Self.act(), rows))
        try rows.apply(answer, Self.act())
        try rows.apply(inverse, Self.act(2))
        let task = try #require(rows.records[.tasks]?.values.first)
        #expect(task["answer"] == .null)
        #expect(task["status"] == .text("pending"))
        #expect(rows.records[.emailDrafts]?.values.first?["status"] == .text("cancelled"))
        #expect(rows.records[.faq]?.values.first?["category"] == .text("retired"))
        #expect(rows.records[.leadActivity]?.values.first?["retracted_at"] != .null)
    }

    @Test("knowledge without an answer that was dismissed is taken back as it was")
    func dismissedKnowledge() throws {
        let entry = RowID(high: 8, low: 1)
        let before: [String: FieldValue] = [
            "property_id": .id(Self.property), "question": .text("Sauna?"), "answer": .null,
            "status": .text("pending"), "category": .text("amenities"),
        ]
        var rows = Self.office([Record(.faq, entry, before)])
        let dismissal = Intent.dismissQuestion(
            DismissQuestion(property: Self.property, asked: QuestionRows(knowledge: [entry]))
        )
        let inverse = try #require(try dismissal.rule.inverse(Self.act(), rows))
        try rows.apply(dismissal, Self.act())
        #expect(rows.row(.faq, entry)?["category"] == .text("retired"))
        try rows.apply(inverse, Self.act(2))
        for (column, value) in before { #expect(rows.row(.faq, entry)?[column] == value) }
    }

    @Test("tours that overlap each other are not handed to one person")
    func overlapping() throws {
        let later = Self.tomorrow.advanced(by: .seconds(15 * 60))
        var rows = Self.office([
            Self.tour(1, Self.dana, Self.tomorrow), Self.tour(2, Self.dana, later),
        ])
        func cover(_ tours: [UInt64]) -> Intent {
            .coverAbsence(
                CoverAbsence(
                    from: Self.dana,
                    to: Self.luis,
                    tours: tours.map { TourID(high: 5, low: $0) },
                    tasks: [],
                    leads: []
                )
            )
        }
        #expect(Self.code { try rows.apply(cover([1, 2]), Self.act()) } == .slot)
        try rows.apply(cover([1]), Self.act())
        #expect(Self.code { try rows.apply(cover([2]), Self.act(2)) } == .slot)
        #expect(rows.row(.tours, RowID(high: 5, low: 1))?["property_manager_id"] == .id(Self.luis))
    }

    @Test("a tour is moved to nobody whom the agent cannot see")
    func movedToStranger() throws {
        var rows = Self.office([Self.tour(1, Self.dana, Self.tomorrow)])
        let move = MoveTour(
            tour: TourID(high: 5, low: 1),
            seenStart: Self.tomorrow,
            start: Self.tomorrow.advanced(by: .seconds(3_600)),
            manager: .to(AgentID(high: 2, low: 99)),
            confirmed: true
        )
        #expect(Self.code { try rows.apply(.moveTour(move), Self.act()) } == .notFound)
    }

    @Test("a cancelled tour is no no-show, a coming one was not given, and both can be corrected")
    func outcomes() throws {
        let past = Self.now.advanced(by: .seconds(-7_200))
        var rows = Self.office([
            Self.tour(1, Self.dana, past), Self.tour(2, Self.luis, Self.tomorrow),
        ])
        func set(_ tour: UInt64, _ outcome: SetTourOutcome.Outcome, _ seen: String) -> Intent {
            .setTourOutcome(
                SetTourOutcome(tour: TourID(high: 5, low: tour), outcome: outcome, seen: seen)
            )
        }
        #expect(
            Self.code { try rows.apply(set(2, .noShow, "scheduled"), Self.act()) } == .tourAhead
        )
        let cancel = set(1, .cancelled(by: .visitor, reason: "ill"), "scheduled")
        try rows.apply(cancel, Self.act(2))
        #expect(
            Self.code { try rows.apply(set(1, .noShow, "cancelled"), Self.act(3)) } == .tourOver
        )
        #expect(Self.code { try rows.apply(set(1, .noShow, "scheduled"), Self.act(3)) } == .changed)
        try rows.apply(set(1, .scheduled, "cancelled"), Self.act(4))
        try rows.apply(set(1, .completed(interest: nil, unit: nil), "scheduled"), Self.act(5))
        let kinds = rows.records[.tourEvent, default: [:]].values.compactMap { $0.text("kind") }
        #expect(kinds.sorted() == ["cancelled", "completed", "corrected"])
    }
}
