import Foundation
import GRDB

/// Two agents of one property, each with a terminal, over a hub on SQLite.
final class Desks {
    let scratch: Scratch
    let company: SmallCompany
    let hub: HubProcess
    let robin: String
    let sam: String

    /// `questions` leads, each with a question of its own.
    convenience init(questions: Int) throws {
        try self.init(
            talks: (0..<questions).map { number in
                SmallCompany.Talk(
                    name: "Visitor \(number)",
                    messages: ["Hello from \(number)"],
                    question: "What does storage room \(number) cost?"
                )
            }
        )
    }

    init(talks: [SmallCompany.Talk]) throws {
        scratch = try Scratch()
        company = SmallCompany(talks: talks)
        let database = scratch.file("hub.sqlite")
        let folder = try company.write(to: scratch, "csv")
        _ = try Run.text(Programs.hub, "import", "--database", database, folder)
        hub = try HubProcess(database: database)
        robin = scratch.file("robin")
        sam = scratch.file("sam")
        for (email, profile) in [(SmallCompany.email, robin), (SmallCompany.colleague, sam)] {
            try hub.enroll(email, profile: profile)
            _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
        }
    }

    /// The hub writes beside its database until it has ended.
    deinit { hub.kill() }

    /// What a writing command prints with `--json`.
    struct Report: Decodable {
        var id: String?
        var state: String
        var reason: String?
    }

    /// Starts a command that goes on while others do.
    func start(_ arguments: [String], _ profile: String, _ output: OutputFile) throws -> Spawned {
        try Spawned(
            Programs.foyer,
            arguments + ["--profile", profile],
            output: output.descriptor,
            errors: output.descriptor
        )
    }

    func run(
        _ arguments: [String],
        _ profile: String,
        environment: [String: String] = [:]
    ) throws -> Run {
        try Run(
            Programs.foyer,
            arguments + ["--profile", profile],
            environment: environment
        )
    }

    /// Runs a writing command and reads what it says as JSON.
    func write(_ arguments: [String], _ profile: String) throws -> (Report, Int32) {
        let run = try run(arguments + ["--json"], profile)
        guard let report = try? JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        else { throw Failure("\(arguments): \(run.output)\(run.errors)") }
        return (report, run.status)
    }

    func outbox(_ profile: String) throws -> [OutboxWrite] { try OutboxWrite.list(profile) }

    /// Texts that a query of the hub's own database answers.
    func texts(_ sql: String) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: hub.database, configuration: configuration)
        return try queue.read { try String.fetchAll($0, sql: sql) }
    }

    /// Changes the hub's own database, as the platform does.
    func change(_ sql: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: hub.database, configuration: configuration)
        try queue.write { try $0.execute(sql: sql) }
    }

    /// Whether both terminals hold exactly what the hub does.
    func areEqual() throws -> Bool {
        try [robin, sam].allSatisfy { profile in
            _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
            return try Run.text(Programs.foyer, "verify", "--profile", profile).hasPrefix("equal:")
        }
    }
}

/// How many rounds a test runs: what a variable of the environment says, or so many.
func rounds(_ variable: String, usually: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? usually
}
