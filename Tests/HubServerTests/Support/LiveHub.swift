import AsyncHTTPClient
import Foundation
import Hub
import HubSQLite
import HubServer
import Logging
import Model
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Wire

/// A hub that listens on loopback over a small company: one property, one talk, agents 1 and 2.
struct LiveHub: Sendable {
    let url: String
    let store: any HubStore
    let client: HTTPClient
    /// Ends it gracefully, as a signal does.
    let end: @Sendable () async -> Void

    /// Starts a hub for one test and ends it with the test.
    static func with(
        tls: TLSFiles? = nil,
        patience: Patience = Patience(),
        clock: HubClock = .system,
        client settings: HTTPClient.Configuration = .init(),
        logger: Logger = .silent,
        _ body: @escaping @Sendable (LiveHub) async throws -> Void
    ) async throws {
        try await withDirectory { directory in
            let store = try SQLiteHubStore(
                path: directory.appending(path: "hub.sqlite").path,
                use: .migrating
            )
            try await store.apply(rows.map { StoreChange.insert($0) })
            var configuration = HubConfiguration(tls: tls)
            configuration.patience = patience
            let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
            do {
                try await serve(store, configuration, clock, client, logger, body)
                try await client.shutdown()
            } catch {
                try? await client.shutdown()
                throw error
            }
            try store.close()
        }
    }

    private static func serve(
        _ store: SQLiteHubStore,
        _ configuration: HubConfiguration,
        _ clock: HubClock,
        _ client: HTTPClient,
        _ logger: Logger,
        _ body: @escaping @Sendable (LiveHub) async throws -> Void
    ) async throws {
        let (addresses, address) = AsyncStream<String>.makeStream()
        let service = try await HubService(
            store: store,
            configuration: configuration,
            clock: clock,
            logger: logger
        ) { address.yield($0) }
        let services = ServiceGroup(services: [service], logger: .silent)
        let end: @Sendable () async -> Void = { await services.triggerGracefulShutdown() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            for await url in addresses {
                try await body(LiveHub(url: url, store: store, client: client, end: end))
                break
            }
            await end()
            try await group.waitForAll()
        }
    }

    /// The visitor of the talk says so.
    func say(_ number: UInt64, _ text: String) async throws {
        try await store.apply([
            .insert(
                TableRow(
                    .message,
                    [
                        "id": .id(RowID(high: 6, low: number)),
                        "conversation_id": .id(RowID(high: 5, low: 0)),
                        "sender_type": .text("user"), "message_text": .text(text),
                    ]
                )
            )
        ])
    }

    private static let rows: [TableRow] =
        [
            TableRow(
                .company,
                ["id": .id(id(1)), "name": .text("Homes"), "openai_api_key": .text("sk-canary-1")]
            ),
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
        ] + agent(1) + agent(2)

    private static func agent(_ number: Int) -> [TableRow] {
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
                    "property_manager_id": .id(agent), "start_date": .text("2020-01-01"),
                ]
            ),
        ]
    }

    private static func id(_ number: UInt64) -> RowID { RowID(high: number, low: 0) }
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
