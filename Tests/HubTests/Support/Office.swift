import Foundation
import Hub
import HubSQLite
import Logging
import Model
import Synchronization
import Wire

/// A hub over a small company in a file of its own: agents 1 and 2 at property 1, the clock at
/// noon UTC of 2026-11-24 until a test turns it.
final class Office: Sendable {
    let store: any HubStore
    private let file: SQLiteHubStore
    let hub: ChangeService
    let clock: TestClock
    let metrics = HubMetrics()

    init(directory: URL) async throws {
        file = try SQLiteHubStore(
            path: directory.appending(path: "hub.sqlite").path,
            use: .migrating
        )
        store = file
        clock = TestClock()
        try await store.apply(Self.rows.map { StoreChange.insert($0) })
        hub = try await Self.service(store, clock, metrics)
    }

    /// Another hub over the same store.
    func anotherHub(
        _ metrics: HubMetrics = HubMetrics(),
        copies: Int = ChangeService.usualCopies
    ) async throws -> ChangeService {
        try await Self.service(store, clock, metrics, copies: copies)
    }

    private static func service(
        _ store: any HubStore,
        _ clock: TestClock,
        _ metrics: HubMetrics,
        copies: Int = ChangeService.usualCopies
    ) async throws -> ChangeService {
        try await ChangeService(
            store: store,
            clock: clock.hubClock,
            metrics: metrics,
            logger: .silent,
            copies: copies
        )
    }

    /// An office for one test, gone with it; its watch runs meanwhile.
    static func with(_ body: @escaping @Sendable (Office) async throws -> Void) async throws {
        try await withDirectory { directory in
            let office = try await Office(directory: directory)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await office.hub.watch.run() }
                try await body(office)
                office.hub.watch.end()
                try await group.waitForAll()
            }
            try office.file.close()
        }
    }

    /// Enrols a device of the agent, as a terminal would.
    func enroll(_ number: Int) async throws -> Device {
        let enrolment = Enrolment(store: store, clock: clock.hubClock, logger: .silent)
        let code = try await enrolment.invite(email: "agent\(number)@homes.example")
        let request = EnrollRequest(code: code?.text ?? "", deviceName: "desk")
        return try await enrolment.device(token: enrolment.enroll(request).token)
    }

    /// A message in the conversation of the office.
    func say(_ number: UInt64, _ text: String = "Hello") async throws {
        try await store.apply([
            .insert(
                TableRow(
                    .message,
                    [
                        "id": .id(RowID(high: 6, low: number)), "conversation_id": .id(id(5)),
                        "sender_type": .text("user"), "message_text": .text(text),
                    ]
                )
            )
        ])
    }

    private static let rows: [TableRow] =
        [
            TableRow(.company, ["id": .id(id(1)), "name": .text("Homes")]),
            TableRow(
                .property,
                [
                    "id": .id(id(2)), "company_id": .id(id(1)), "name": .text("Amber Court"),
                    "address": .text("1 Street"), "city": .text("Fremont"), "state": .text("CA"),
                    "zip_code": .text("94536"),
                ]
            ),
            TableRow(
                .chatbot,
                ["id": .id(id(4)), "property_id": .id(id(2)), "name": .text("Bot")]
            ),
            TableRow(.conversation, ["id": .id(id(5)), "chatbot_id": .id(id(4))]),
        ] + agents(1) + agents(2)

    private static func agents(_ number: Int) -> [TableRow] {
        let agent = RowID(high: 3, low: UInt64(number))
        return [
            TableRow(
                .propertyManager,
                [
                    "id": .id(agent), "company_id": .id(id(1)), "first_name": .text("Agent"),
                    "last_name": .text("\(number)"), "access_level": .text("write"),
                    "email": .text("agent\(number)@homes.example"), "phone": .text("\(number)"),
                ]
            ),
            TableRow(
                .propertyManagerAssignment,
                [
                    "id": .id(RowID(high: 30, low: UInt64(number))), "property_id": .id(id(2)),
                    "property_manager_id": .id(agent), "start_date": .text("2026-01-01"),
                ]
            ),
        ]
    }

    private static func id(_ number: UInt64) -> RowID { RowID(high: number, low: 0) }

    private func id(_ number: UInt64) -> RowID { Self.id(number) }
}

extension Logger {
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

/// A directory for one test, gone with it.
func withDirectory(_ body: (URL) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory.appending(
        path: "foyer-hub-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try await body(directory)
}
