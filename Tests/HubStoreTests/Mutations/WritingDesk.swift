import Hub
import Logging
import Model
import Testing
import Wire

/// A store with a small office in it, written to as terminals do: agents 1 and 3 may write at
/// property 1, agents 4 and 5 may only read there, agent 2 is at property 3.
struct WritingDesk: Sendable {
    let store: any HubStore
    let service: MutationService
    /// Noon at the properties, a Monday.
    static let now = Timestamp(microseconds: 1_795_464_000_000_000)
    static let tomorrow = now.advanced(by: .seconds(86_400))

    /// Fills the store; one that is filled already is taken as it is.
    init(_ store: any HubStore, fills: Bool = true) async throws {
        self.store = store
        service = MutationService(
            store: store,
            clock: HubClock(now: { Self.now }, elapsed: { .zero }, sleep: { _ in }),
            metrics: HubMetrics(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        if fills { try await store.insert(Desk.rows + Self.rows) }
    }

    /// The device of that number, of an agent.
    static func device(_ number: Int, agent: Int = 1) -> Device {
        Device(
            id: DeviceID(high: 9, low: UInt64(number)),
            agent: agentID(agent),
            name: "desk",
            enrolledAt: now,
            lastSeenAt: nil,
            revokedAt: nil
        )
    }

    static func mutation(_ number: Int64, _ intent: Intent, id: Int? = nil) -> SentMutation {
        let id = UInt64(id ?? Int(number))
        return SentMutation(
            Mutation(
                id: MutationID(high: 0x0199_0000_0000_7000, low: 0x8000_0000_0000_0000 | id),
                number: number,
                madeAt: now,
                schema: SchemaFingerprint.current,
                intent: intent
            )
        )
    }

    /// What comes of one intent, sent as that mutation by a device of its own.
    func send(_ intent: Intent, agent: Int = 1, as id: Int) async throws -> MutationResult {
        let sent = Self.mutation(1, intent, id: id)
        let answer = try await service.apply(
            for: Self.device(id, agent: agent),
            MutationsRequest(mutations: [sent])
        )
        return try #require(answer.results.first)
    }

    /// A row as the agent sees it.
    func row(_ table: Table, _ id: RowID, agent: Int = 1) async throws -> Record? {
        try await store.mutate(by: agentID(agent), now: Self.now) { try $0.row(table, id) } ?? nil
    }

    /// All rows that agent 1 sees.
    func everything() async throws -> [Table: [RowID: [String: FieldValue]]] {
        var desk = Desk(of: store)
        desk.now = Self.now
        try await desk.copy()
        return desk.terminal.rows
    }

    static func task(_ number: Int, _ values: [String: FieldValue] = [:]) -> TableRow {
        TableRow(
            .tasks,
            [
                "id": .id(rowID(.tasks, number)), "property_id": .id(rowID(.property, 1)),
                "conversation_id": .id(rowID(.conversation, 2)),
                "question": .text("Question \(number)?"), "status": .text("pending"),
            ].merging(values) { $1 }
        )
    }
}

extension WritingDesk {
    private static let rows: [TableRow] =
        [
            .agent(3), .agent(4).with(["access_level": .text("read")]), .agent(5),
            .assignment(4, agent: 3, property: 1), .assignment(5, agent: 4, property: 1),
            .assignment(6, agent: 5, property: 1).with([
                "permissions": .text(#"{"access": "read"}"#)
            ]),
        ] + (1...4).map { .visitor($0) } + [
            .conversation(1, chatbot: 1, visitor: 1).with([
                "tour_datetime": .text(String(tomorrow.text.dropLast()))
            ]),
            .conversation(2, chatbot: 1, visitor: 2),
            .conversation(3, chatbot: 2, visitor: 2), .conversation(4, chatbot: 3, visitor: 3),
            .message(1, conversation: 1, "Is there parking?").with([
                "message_type": .text("unanswered_question")
            ]), task(1), task(2), knowledge,
            .tour(1, property: 1, conversation: 1).with([
                "property_manager_id": .id(agentID(1)), "status": .text("scheduled"),
                "duration_minutes": .integer(30), "tour_datetime": .instant(tomorrow),
            ]),
            .tour(2, property: 1).with([
                "property_manager_id": .id(agentID(1)), "status": .text("scheduled"),
                "duration_minutes": .integer(30),
                "tour_datetime": .text("2026-11-20T20:00:00.000000Z"),
            ]),
            .tour(3, property: 3), notification, draft, followUp,
            TableRow(
                .leadDesk,
                [
                    "id": .id(rowID(.conversation, 2)),
                    "conversation_id": .id(rowID(.conversation, 2)),
                    "claimed_by": .id(agentID(1)), "claimed_at": .instant(now),
                    "taken_over_by": .id(agentID(1)), "taken_over_at": .instant(now),
                ]
            ),
        ]

    private static let knowledge = TableRow(
        .faq,
        [
            "id": .id(rowID(.faq, 1)), "property_id": .id(rowID(.property, 1)),
            "question": .text("Pets?"), "answer": .text("Two cats."),
            "status": .text("answered"), "source_type": .text("manual"),
        ]
    )

    private static let notification = TableRow(
        .leadNotification,
        [
            "id": .id(rowID(.leadNotification, 1)),
            "conversation_id": .id(rowID(.conversation, 1)),
            "property_manager_id": .id(agentID(1)),
        ]
    )

    private static let draft = TableRow(
        .emailDrafts,
        [
            "id": .id(rowID(.emailDrafts, 1)), "lead_id": .id(rowID(.user, 1)),
            "conversation_id": .id(rowID(.conversation, 1)), "subject": .text("Hello"),
            "content": .text("Hello Ann"), "status": .text("draft"), "priority": .text("medium"),
        ]
    )

    private static let followUp = TableRow(
        .leadActivity,
        [
            "id": .id(rowID(.leadActivity, 1)), "kind": .text("follow_up"),
            "conversation_id": .id(rowID(.conversation, 1)),
            "property_manager_id": .id(agentID(1)), "due_at": .instant(tomorrow),
        ]
    )
}
