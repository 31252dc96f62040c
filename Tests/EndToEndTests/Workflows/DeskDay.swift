import Foundation
import Model
import PostgresServer
import Testing

/// A day at an office: a hub beside the platform's own PostgreSQL, psql writing as the platform
/// does, and an agent at a terminal whose keys are counted.
///
/// Robin sits at the desk, Sam is the colleague. The office is never closed, and its clock shows a
/// time of the day at which nothing that a test does crosses midnight.
final class DeskDay {
    static let isPossible = PostgresServer.isHere && Tmux.isHere
    static let property = id(2, 0)
    static let robin = id(3, 0)
    static let sam = id(3, 1)

    let tmux: Tmux
    /// The zone of the office's wall.
    let zone: Zone
    /// Where the desk writes files.
    let home: String
    /// Keys pressed since `count` was last begun; the letters of what is typed are not keys here.
    private(set) var keys = 0
    private let scratch: Scratch
    private let hub: HubProcess
    private let database: String
    private let profile: String

    /// Opens Robin's desk over an empty office; one that is `openNow` keeps no holiday today, and
    /// may be near midnight for it.
    init(openNow: Bool = false, width: Int = 120, height: Int = 40) throws {
        zone = openNow ? Self.openZone(at: Self.now) : Self.quietZone(at: Self.now)
        let server = try PostgresServer.started()
        database = try server.makeDatabase()
        let address = server.address(database)
        scratch = try Scratch()
        profile = scratch.file("robin")
        home = scratch.path
        _ = try Run.text(Programs.hub, "migrate", "--database", address, "--indexes")
        try server.psql(database, ["-c", Self.company(in: zone)])
        hub = try HubProcess(database: address)
        try hub.enroll(SmallCompany.email, profile: profile)
        tmux = try Tmux(width: width, height: height, environment: ["HOME": home])
        try open()
    }

    /// Opens the desk in the shell that it was left to.
    func open() throws {
        try tmux.type("clear; \(Programs.foyer) --profile \(profile); echo desk left $?")
        try tmux.see("● live")
        try tmux.see("Robin R.")
    }

    /// Sam has a desk on this terminal too.
    func enrollColleague() throws {
        let profile = scratch.file("sam")
        try hub.enroll(SmallCompany.colleague, profile: profile)
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
    }

    /// The hub is away until it is found again.
    func loseHub() { hub.kill() }

    func findHub() throws { try hub.restart() }

    deinit {
        hub.kill()
        (try? PostgresServer.started())?.drop(database)
    }

    static func id(_ kind: Int, _ number: Int) -> String {
        String(format: "%08x-0000-4000-8000-%012x", kind, number)
    }

    /// Writes as the platform does.
    func platform(_ sql: String) throws {
        try PostgresServer.started().psql(database, ["-c", sql])
    }

    /// What the database says, one row a line, columns parted by `|`.
    func rows(_ sql: String) throws -> String {
        try PostgresServer.started().psql(database, ["-At", "-c", sql])
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Waits until the database says that.
    func expect(_ sql: String, _ wanted: String) throws {
        do {
            try eventually(sql) { try rows(sql) == wanted }
        } catch {
            let screen = try tmux.screen()
            throw Failure("\(sql): \(try rows(sql)), not \(wanted); the screen:\n\(screen)")
        }
    }

    /// Runs a command of Robin's beside the desk.
    func command(_ arguments: String...) throws -> Run {
        try Run(Programs.foyer, arguments + ["--profile", profile])
    }

    /// Presses keys by tmux's names, and counts them.
    func press(_ names: String...) throws {
        for name in names { try tmux.press(name) }
        keys += names.count
    }

    /// Types words; their letters are no keys.
    func type(_ words: String) throws {
        try tmux.send(words)
    }

    /// Runs what counts, and holds its keys to a number.
    func within(_ most: Int, _ what: String, _ body: () throws -> Void) throws {
        keys = 0
        try body()
        #expect(keys <= most, "\(what) took \(keys) keys of \(most)")
    }

    /// Leaves the desk, whose rows must be exactly the database's.
    func close() throws {
        // Below the header it is a sign of many panes.
        try eventually("everything sent") {
            try tmux.screen().split(separator: "\n").first?.contains("↑") == false
        }
        try tmux.press("C-c")
        // On the desk somebody may have left something too.
        try tmux.see("desk left")
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
        let verified = try Run.text(Programs.foyer, "verify", "--profile", profile)
        #expect(verified.hasPrefix("equal:"))
    }
}

extension DeskDay {
    /// Somebody talks to the chatbot, and each of the office is told.
    func lead(
        _ number: Int,
        _ name: String,
        email: String? = nil,
        phone: String? = nil,
        says: String = "Hello",
        asks: String? = nil
    ) throws {
        func text(_ value: String?) -> String { value.map { "'\($0)'" } ?? "NULL" }
        let words = name.split(separator: " ")
        let last = words.dropFirst().joined(separator: " ")
        let task = asks.map { question in
            """
            INSERT INTO tasks (id, property_id, conversation_id, question, status, created_at)
            VALUES ('\(Self.id(9, number))', '\(Self.property)', '\(Self.id(6, number))',
                '\(question)', 'pending', now());
            """
        }
        try platform(
            """
            BEGIN;
            INSERT INTO "user" (id, first_name, last_name, email, phone)
            VALUES ('\(Self.id(7, number))', '\(words.first ?? "")', '\(last)', \(text(email)),
                \(text(phone)));
            INSERT INTO conversation (id, chatbot_id, user_id, start_time, status)
            VALUES ('\(Self.id(6, number))', '\(Self.id(5, 0))', '\(Self.id(7, number))', now(),
                'active');
            INSERT INTO message (conversation_id, sender_type, message_text, timestamp)
            VALUES ('\(Self.id(6, number))', 'user', '\(says)', now());
            INSERT INTO lead_notification (conversation_id, property_manager_id, sent_at)
            VALUES ('\(Self.id(6, number))', '\(Self.robin)', now());
            \(task ?? "")
            COMMIT;
            """
        )
    }

    /// A tour so many minutes from now.
    func tour(_ number: Int, _ prospect: String, in minutes: Int, of agent: String) throws {
        try platform(
            """
            INSERT INTO tours (id, property_id, property_manager_id, prospect_name, tour_datetime,
                duration_minutes, tour_type, status, source)
            VALUES ('\(Self.id(10, number))', '\(Self.property)', '\(agent)', '\(prospect)',
                date_trunc('minute', now()) + interval '\(minutes) minutes', 30, 'in_person',
                'scheduled', 'chat')
            """
        )
    }

    /// An answer of the property, sure or in doubt.
    func knowledge(_ number: Int, _ question: String, _ answer: String, _ status: String) throws {
        try platform(
            """
            INSERT INTO faq (id, property_id, question, answer, status, source_type, category,
                created_at)
            VALUES ('\(Self.id(11, number))', '\(Self.property)', '\(question)', '\(answer)',
                '\(status)', 'website', 'general', now())
            """
        )
    }

    private static func company(in zone: Zone) -> String {
        """
        INSERT INTO company (id, name) VALUES ('\(id(1, 0))', 'Robin Homes');
        INSERT INTO property (id, company_id, name, address, city, state, zip_code)
        VALUES ('\(property)', '\(id(1, 0))', 'Robin Court', '1 Court', 'Oakland', 'CA', '94601');
        INSERT INTO foyer.property_settings (id, property_id, time_zone)
        VALUES ('\(property)', '\(property)', '\(zone.name)');
        INSERT INTO property_manager
            (id, company_id, first_name, last_name, email, phone, access_level)
        VALUES
            ('\(robin)', '\(id(1, 0))', 'Robin', 'Reed', '\(SmallCompany.email)', '1', 'write'),
            ('\(sam)', '\(id(1, 0))', 'Sam', 'Sole', '\(SmallCompany.colleague)', '2', 'write');
        INSERT INTO property_manager_assignment
            (id, property_id, property_manager_id, start_date)
        VALUES ('\(id(4, 0))', '\(property)', '\(robin)', '2026-01-01'),
            ('\(id(4, 1))', '\(property)', '\(sam)', '2026-01-01');
        INSERT INTO chatbot (id, property_id, name, business_hours)
        VALUES ('\(id(5, 0))', '\(property)', 'Bot', '{"mon-sun": ["00:00", "23:59"]}');
        """
    }
}
