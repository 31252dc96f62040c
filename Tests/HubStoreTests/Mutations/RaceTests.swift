import Hub
import Model
import Testing
import Wire

@testable import HubPostgres

/// Two terminals that want the same at the same moment.
@Suite struct RaceTests {
    @Test(
        "failure 54: of two who answer one question or take one lead at a time one wins",
        arguments: Backend.allCases
    )
    func oneWins(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            for round in 0..<Self.rounds {
                try await store.insert([
                    WritingDesk.task(100 + round), .conversation(100 + round, chatbot: 1),
                    .message(100 + round, conversation: 100 + round),
                ])
                let question = QuestionRows(tasks: [rowID(.tasks, 100 + round)])
                let told = QuestionRows(messages: [rowID(.message, 100 + round)])
                let lead: ConversationID = rowID(.conversation, 100 + round).cast()
                let id = 10 * round
                let tasks = try await Self.race(desk, id + 1) { _ in Self.answer(question) }
                #expect(Self.codes(tasks) == [nil, .alreadyAnswered], "round \(round)")
                let messages = try await Self.race(desk, id + 3) { _ in Self.answer(told) }
                #expect(Self.codes(messages) == [nil, .alreadyAnswered], "round \(round)")
                let claims = try await Self.race(desk, id + 5) { agent in
                    .assignLead(AssignLead(conversation: lead, to: agentID(agent), seen: nil))
                }
                #expect(Self.codes(claims) == [nil, .taken], "round \(round)")
                let taken = try await Self.race(desk, id + 7) { _ in
                    .takeOver(TakeOver(conversation: lead))
                }
                #expect(Self.codes(taken) == [nil, .taken], "round \(round)")
            }
        }
    }

    @Test(
        "failure 54: nobody is booked twice, whoever books, moves or hands over at the same moment",
        arguments: Backend.allCases
    )
    func oneSlot(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            for round in 0..<Self.rounds {
                let start = WritingDesk.tomorrow.advanced(by: .seconds(86_400 * (round + 7)))
                let shifted = start.advanced(by: .seconds(15 * 60))
                let id = 10 * round
                let results = try await Self.race(desk, id + 1) { agent in
                    Self.book(at: agent == 1 ? start : shifted, manager: 3)
                }
                #expect(Self.codes(results) == [nil, .slot], "round \(round)")
                let conflict = results.first { $0.outcome == .conflict }
                #expect(conflict?.row?["property_manager_id"] == agentID(3).text)
            }
            let rows = try await desk.everything()[.tours] ?? [:]
            let booked = rows.values.compactMap { values in
                BookedTour(Record(.tours, rowID(.tours, 0), values))
            }.filter { $0.manager == agentID(3) }.sorted { $0.start < $1.start }
            #expect(booked.count == Self.rounds)
            for (one, next) in zip(booked, booked.dropFirst()) { #expect(one.end <= next.start) }
        }
    }

    @Test(
        "a tour that the agent cannot see is in the way, and is not named",
        arguments: Backend.allCases
    )
    func unseen(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let hidden = TableRow.tour(9, property: 3).with([
                "property_manager_id": .id(agentID(3)), "status": .text("scheduled"),
                "tour_datetime": .instant(WritingDesk.tomorrow),
            ])
            try await store.insert([hidden])
            #expect(try await desk.row(.tours, rowID(.tours, 9)) == nil)
            let late = WritingDesk.tomorrow.advanced(by: .seconds(600))
            let result = try await desk.send(Self.book(at: late, manager: 3), as: 1)
            #expect(result.outcome == .conflict)
            #expect(result.refusal?.code == .slot)
            #expect(result.refusal?.row == nil && result.refusal?.table == nil)
            #expect(result.row == nil)
            let free = try await desk.send(Self.book(at: late, manager: 4), as: 2)
            #expect(free.outcome == .applied)
        }
    }

    @Test("the platform's own writer who was first is waited for, and not overwritten")
    func platformFirst() async throws {
        guard Backend.allCases.contains(.postgres) else { return }
        try await Platforms.with { store, platform in
            let desk = try await WritingDesk(store)
            let writer = try platform.session()
            let task = rowID(.tasks, 1)
            try writer.script(
                "BEGIN; UPDATE tasks SET answer = 'Mine', status = 'answered' "
                    + "WHERE id = '\(task.text)'"
            )
            async let sent = desk.send(Self.answer(QuestionRows(tasks: [task])), as: 1)
            let watcher = try platform.session()
            while try !watcher.run(Self.isAnybodyWaiting).boolean(0, 0) { await Task.yield() }
            try writer.script("COMMIT")
            let result = try await sent
            #expect(result.outcome == .conflict)
            #expect(result.refusal?.code == .alreadyAnswered)
            #expect(result.row?["answer"] == "Mine")
        }
    }

    private static let isAnybodyWaiting = """
        SELECT count(*) > 0 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
        """

    @Test("one outbox sent twice at the same moment is done once", arguments: Backend.allCases)
    func twice(backend: Backend) async throws {
        try await backend.withStore { store in
            let desk = try await WritingDesk(store)
            let batch = (1...20).map { number in
                WritingDesk.mutation(Int64(number), Self.book(at: Self.slot(number), manager: nil))
            }
            let device = WritingDesk.device(1)
            async let one = desk.service.apply(for: device, .init(mutations: batch))
            async let other = desk.service.apply(for: device, .init(mutations: batch))
            let answers = try await [one, other]
            #expect(answers.map(\.acked) == [20, 20])
            for (first, second) in zip(answers[0].results, answers[1].results) {
                #expect(first.outcome == .applied && second.outcome == .applied)
                #expect(first.isDuplicate != second.isDuplicate)
            }
            #expect(try await desk.everything()[.tours]?.count == 22)
            let audit = try await AuditChain.verify(store)
            guard case .whole(20, _) = audit else {
                Issue.record("\(audit)")
                return
            }
        }
    }

    private static let rounds = 12

    /// Agents 1 and 3 send at once; the winner's result comes first.
    private static func race(
        _ desk: WritingDesk,
        _ id: Int,
        _ intent: @escaping @Sendable (Int) -> Intent
    ) async throws -> [MutationResult] {
        async let one = desk.send(intent(1), agent: 1, as: 1_000 + id)
        async let other = desk.send(intent(3), agent: 3, as: 1_001 + id)
        return try await [one, other].sorted { left, _ in left.outcome == .applied }
    }

    private static func codes(_ results: [MutationResult]) -> [Refusal.Code?] {
        results.map(\.refusal?.code)
    }

    private static func answer(_ rows: QuestionRows) -> Intent {
        .answerQuestion(
            AnswerQuestion(
                property: rowID(.property, 1).cast(),
                question: "Parking?",
                answer: "Yes.",
                asked: rows,
                publishes: false
            )
        )
    }

    private static func slot(_ number: Int) -> Timestamp {
        WritingDesk.tomorrow.advanced(by: .seconds(86_400 * (number + 6)))
    }

    private static func book(at start: Timestamp, manager: Int?) -> Intent {
        .bookTour(
            BookTour(
                property: rowID(.property, 1).cast(),
                conversation: nil,
                manager: manager.map(agentID),
                prospect: Prospect(name: "Ann"),
                start: start,
                confirmed: true
            )
        )
    }
}
