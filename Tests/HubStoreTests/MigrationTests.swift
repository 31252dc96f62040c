import Foundation
import Hub
import Model
import PostgresServer
import Testing

@testable import HubPostgres

/// From whatever a platform has to what the hub needs, and what the hub may do there.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"))
struct MigrationTests {
    @Test(
        "from the platform's own SQL, of today and of before, all that is required is there",
        .enabled(
            if: FileManager.default.fileExists(atPath: seed("platform").path),
            "the platform's SQL is not beside the project"
        ),
        arguments: ["platform", "platform-before"]
    )
    func fromSeed(file: String) async throws {
        let server = try PostgresServer.started()
        let name = try server.makeDatabase()
        defer { server.drop(name) }
        try server.psql(name, ["-f", Self.seed(file).path])
        let address = try PostgresAddress(server.address(name))
        let statements = try await PostgresHubStore.migrationStatements(address)
        #expect(statements.contains { $0.hasPrefix("ALTER TABLE") } == (file != "platform"))
        let store = try await PostgresHubStore.migrated(address)
        var desk = try await Desk(store)
        try await store.insert([.visitor(1), .conversation(1, chatbot: 1, visitor: 1)])
        try await desk.copy()
        #expect(try await desk.isEqual())
        let again = try await PostgresHubStore.migrationStatements(address)
        #expect(again.isEmpty, "running it again changes nothing")
    }

    @Test("two who migrate at once do it once")
    func atOnce() async throws {
        let server = try PostgresServer.started()
        let name = try server.makeDatabase()
        defer { server.drop(name) }
        let address = try PostgresAddress(server.address(name))
        async let one = PostgresHubStore.migrated(address)
        async let other = PostgresHubStore.migrated(address)
        let identities = (try await one.identity(), try await other.identity())
        #expect(identities.0 == identities.1)
    }

    @Test("an earlier version's functions are replaced; so is what somebody changed or dropped")
    func replaced() async throws {
        try await Platforms.with { store, platform in
            let owner = try platform.session()
            let slower = "SET search_path = foyer, public, pg_temp"
            for version in ["3", "\(OwnSchema.version)"] {
                try owner.script(
                    """
                    ALTER FUNCTION foyer.note_message_insert() \(slower);
                    DROP TRIGGER foyer_message_delete ON message;
                    UPDATE foyer.meta SET value = '\(version)' WHERE name = 'version'
                    """
                )
                let bad = try await store.examine(now: Timestamp(Date())).filter { $0.kind == .bad }
                #expect(
                    bad.map(\.words) == [
                        "1 triggers are missing or off: foyer_message_delete",
                        "1 triggers are not as this version's: foyer_message_insert",
                    ]
                )
                let wanted = try await PostgresHubStore.migrationStatements(platform.address())
                #expect(wanted.count { $0.contains("note_message_insert() RETURNS") } == 1)
                _ = try await PostgresHubStore.migrated(platform.address())
                let after = try await store.examine(now: Timestamp(Date()))
                #expect(!after.contains { $0.kind == .bad })
                let rest = try await PostgresHubStore.migrationStatements(platform.address())
                #expect(rest.isEmpty)
            }
        }
    }

    @Test("what is not migrated, or by a newer hub, is refused with the way out")
    func refused() async throws {
        let server = try PostgresServer.started()
        let name = try server.makeDatabase()
        defer { server.drop(name) }
        let address = try PostgresAddress(server.address(name))
        let bare = await #expect(throws: HubTrouble.self) { try await PostgresHubStore(address) }
        #expect(bare == .notMigrated(place: address.place))
        _ = try await PostgresHubStore.migrated(address)
        try server.psql(name, ["-c", "UPDATE foyer.meta SET value = 99 WHERE name = 'version'"])
        let newer = await #expect(throws: HubTrouble.self) {
            try await PostgresHubStore.migrated(address)
        }
        #expect(newer?.description.contains("99") == true)
    }

    @Test("the granted role serves, and can read no secret and change nothing but what agents do")
    func leastPrivilege() async throws {
        try await Platforms.with { store, platform in
            let role = "hub_" + platform.name
            let owner = try platform.session()
            try owner.script("CREATE ROLE \(role) LOGIN")
            try await store.grant(to: role)
            _ = try await Desk(store)
            let serving = try await PostgresHubStore(platform.address(user: role))
            var desk = Desk(of: serving)
            try await desk.copy()
            try await store.insert([.conversation(1, chatbot: 1), .message(1, conversation: 1)])
            try await desk.catchUp()
            #expect(desk.terminal.ids(.message).count == 1)
            #expect(try await desk.isEqual())
            try await serving.prune(before: desk.now)
            let session = try platform.session(user: role)
            for forbidden in [
                "SELECT openai_api_key FROM company", "SELECT * FROM calendar_integrations",
                "DELETE FROM message", "UPDATE conversation SET chatbot_id = NULL",
                "DROP TABLE foyer.change", "CREATE TABLE foyer.mine ()",
            ] {
                let trouble = #expect(throws: PostgresTrouble.self, "\(forbidden)") {
                    try session.script(forbidden)
                }
                #expect(trouble?.state == "42501", "\(forbidden)")
            }
            try owner.script("DROP OWNED BY \(role); DROP ROLE \(role)")
        }
    }

    @Test("missing indexes on foreign keys are named, made on request, and then not missing")
    func indexes() async throws {
        try await Platforms.with { store, _ in
            let missing = try await store.missingIndexes().map(\.name)
            #expect(missing.contains("foyer_tours_conversation_id"))
            #expect(!missing.contains("foyer_message_conversation_id"), "the platform has one")
            #expect(try await store.makeMissingIndexes() == missing)
            #expect(try await store.missingIndexes().isEmpty)
        }
    }

    private static func seed(_ file: String) -> URL {
        SharedFiles.url.appending(path: "seed/\(file).sql")
    }
}

/// What an operator is told.
@Suite(.enabled(if: PostgresServer.isHere, "no PostgreSQL server is installed here"))
struct DoctorTests {
    @Test("a sound database has nothing that must be mended")
    func sound() async throws {
        try await Platforms.with { store, _ in
            let findings = try await store.examine(now: Timestamp(Date()))
            #expect(!findings.contains { $0.kind == .bad })
        }
    }

    @Test("what violates the domain's rules is counted, and a trigger that is off is bad")
    func sick() async throws {
        try await Platforms.with { store, platform in
            try await store.insert([
                .company(1), .property(1), .conversation(1, chatbot: nil), .agent(1),
                .assignment(1, agent: 1, property: 1, to: "2026-01-02"),
            ])
            try platform.session().script(
                """
                INSERT INTO faq (property_id, question, answer, status)
                VALUES ('\(rowID(.property, 1).text)', 'Why?', ' ', 'answered');
                INSERT INTO tours (prospect_name, tour_datetime, status)
                VALUES ('A', now(), 'pencilled in');
                ALTER TABLE message DISABLE TRIGGER foyer_message_insert;
                """
            )
            let findings = try await store.examine(now: Timestamp(Date()))
            let words = findings.map(\.words).joined(separator: "\n")
            #expect(words.contains("1 conversations have no chatbot with a property"))
            #expect(words.contains("1 questions are marked as answered and have no answer"))
            #expect(words.contains("1 tours have a status that nobody knows"))
            #expect(words.contains("1 properties have no manager today"))
            let bad = findings.filter { $0.kind == .bad }
            #expect(bad.map(\.words) == ["1 triggers are missing or off: foyer_message_insert"])
        }
    }
}
