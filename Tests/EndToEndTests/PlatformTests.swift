import Foundation
import PostgresServer
import Testing

/// The hub beside the platform's own database, and who writes there is psql.
@Suite(
    .enabled(if: PostgresServer.isHere && Tmux.isHere, "needs PostgreSQL and tmux; see Tests/run"),
    .enabled(
        if: SharedFiles.isHere(SharedFiles.homes),
        "needs the conversations of homes beside the project, or where FOYER_SHARED says"
    ),
    .serialized
)
struct PlatformTests {
    private static let email = "dana.whitfield@homes.example"

    @Test(
        "failure 22: what psql writes appears on the desk, over a restart of the server too"
    )
    func live() throws {
        let server = try PostgresServer()
        defer { server.stop() }
        let scratch = try Scratch()
        let platform = try server.makeDatabase()
        let address = server.address(platform)
        _ = try Run.text(SharedFiles.homes.appending(path: "load.sh").path, address, "--now")
        let dry = try Run.text(Programs.hub, "migrate", "--database", address, "--dry-run")
        #expect(dry.contains("CREATE SCHEMA foyer"))
        _ = try Run.text(Programs.hub, "migrate", "--database", address, "--indexes")
        let hub = try HubProcess(database: address)
        let profile = scratch.file("dana")
        try hub.enroll(Self.email, profile: profile)
        let tmux = try Tmux(width: 120, height: 40)
        try tmux.type("clear; \(Programs.foyer) --profile \(profile); echo left $?")
        try tmux.see("● live")
        let write = """
            WITH chosen AS (
                SELECT c.id FROM conversation AS c
                JOIN chatbot AS b ON b.id = c.chatbot_id
                JOIN property_manager_assignment AS a ON a.property_id = b.property_id
                JOIN property_manager AS m ON m.id = a.property_manager_id
                WHERE m.email = '\(Self.email)' AND a.end_date IS NULL LIMIT 1
            ), handed AS (
                UPDATE conversation SET status = 'handed_off' WHERE id IN (SELECT id FROM chosen)
            )
            INSERT INTO message (conversation_id, sender_type, message_text, timestamp)
            SELECT id, 'user', 'and a parrot?', now() FROM chosen
            """
        try server.psql(platform, ["-c", write])
        try tmux.press("/")
        try tmux.type("parrot")
        try tmux.see("and a parrot?")
        // A server that goes and comes back ends nothing.
        try server.program(
            "pg_ctl",
            [
                "-D", server.directory.appending(path: "data").path, "-m", "fast", "-w", "-l",
                server.directory.appending(path: "log").path, "restart",
            ]
        )
        let change = """
            UPDATE message SET message_text = 'and a rabbit?' WHERE message_text LIKE '%parrot?'
            """
        try server.psql(platform, ["-c", change])
        try tmux.press("Escape", "Escape")
        try tmux.seeNoMore("parrot")
        try tmux.press("1", "/")
        try tmux.type("rabbit")
        try tmux.see("and a rabbit?")
        try tmux.press("C-c")
        try tmux.see("left")
        let verified = try Run.text(Programs.foyer, "verify", "--profile", profile)
        #expect(verified.hasPrefix("equal:"))
    }
}
