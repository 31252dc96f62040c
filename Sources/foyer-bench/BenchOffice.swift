import Hub
import Model
import Wire

/// One property with a hundred conversations, for what is measured at a PostgreSQL.
enum BenchOffice {
    static let agent = AgentID(high: 1, low: 1)
    static let email = "dana@homes.example"

    static let rows: [StoreChange] =
        [
            .insert(TableRow(.company, ["id": id(2), "name": .text("Homes")])),
            .insert(
                TableRow(
                    .property,
                    [
                        "id": id(3), "company_id": id(2), "name": .text("Northgate"),
                        "address": .text("1 Street"), "city": .text("Oakland"),
                        "state": .text("CA"),
                        "zip_code": .text("94601"),
                    ]
                )
            ),
            .insert(
                TableRow(.chatbot, ["id": id(4), "property_id": id(3), "name": .text("Bot")])
            ),
            .insert(
                TableRow(
                    .propertyManager,
                    [
                        "id": .id(agent), "company_id": id(2), "first_name": .text("Dana"),
                        "last_name": .text("W"), "email": .text(email),
                        "phone": .text("1"), "access_level": .text("write"),
                    ]
                )
            ),
            .insert(
                TableRow(
                    .propertyManagerAssignment,
                    [
                        "id": id(5), "property_id": id(3), "property_manager_id": .id(agent),
                        "start_date": .text("2020-01-01"),
                    ]
                )
            ),
        ]
        + (0..<conversations).map { number in
            .insert(
                TableRow(
                    .conversation,
                    ["id": id(100 + number), "chatbot_id": id(4), "status": .text("active")]
                )
            )
        }

    /// What the platform does most: a message.
    static let script = """
        \\set n random(0, \(conversations - 1))
        INSERT INTO message (conversation_id, message_text, sender_type, timestamp)
        VALUES ((lpad('1', 16, '0') || lpad(to_hex(100 + :n), 16, '0'))::uuid,
            'Is the two bedroom on the third floor still open?', 'user', now());
        """

    static func change(_ number: Int) -> StoreChange {
        .update(
            .conversation,
            RowID(high: 1, low: UInt64(100 + number % conversations)),
            ["lead_score": .integer(Int64(number % 100))]
        )
    }

    /// The conversation by which an arrival is seen.
    static let probed = RowID(high: 1, low: 100)

    static func probe(_ value: Int) -> StoreChange {
        .update(.conversation, probed, ["lead_score": .integer(Int64(value))])
    }

    static func message(_ number: Int) -> StoreChange {
        .insert(
            TableRow(
                .message,
                [
                    "id": .id(RowID(high: .random(in: .min ... .max), low: UInt64(number))),
                    "conversation_id": id(101 + number % (conversations - 1)),
                    "sender_type": .text("user"),
                    "message_text": .text("Is the two bedroom on the third floor still open?"),
                ]
            )
        )
    }

    private static let conversations = 100

    private static func id(_ number: Int) -> FieldValue {
        .id(RowID(high: 1, low: UInt64(number)))
    }
}

extension BenchOffice {
    /// Makes the bench's terminal known to the hub.
    static let enrolment = """
        INSERT INTO foyer.device (id, token_hash, agent_id, name, enrolled_at)
        VALUES ('\(BenchTerminal.id.text)', '', '\(agent.text)', 'bench', now())
        """
}

/// A terminal that waits for changes, without its network and its replica.
actor BenchTerminal {
    private let service: ChangeService
    private var cursor: String?
    static let id = DeviceID(high: 7, low: 7)
    private let device = Device(
        id: BenchTerminal.id,
        agent: BenchOffice.agent,
        name: "bench",
        enrolledAt: Timestamp(microseconds: 0),
        lastSeenAt: nil,
        revokedAt: nil
    )

    /// Fetches everything that there is.
    init(_ service: ChangeService) async throws {
        self.service = service
        while try await fetch(wait: 0) {}
    }

    /// Returns when there was a change.
    func wait() async throws {
        _ = try await fetch(wait: 25)
    }

    /// Returns whether more must follow.
    private func fetch(wait: Int) async throws -> Bool {
        let body = try await service.changes(for: device, cursor: cursor, wait: wait)
        var more = false
        try body.bytes.withUnsafeBytes { bytes in
            var reader = BodyReader(bytes)
            while let line = try reader.next() {
                guard case .control(.checkpoint(let checkpoint)) = line else { continue }
                cursor = checkpoint.checkpoint
                more = checkpoint.more
            }
        }
        return more
    }
}
