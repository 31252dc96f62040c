import ArgumentParser
import Desk
import Foundation
import Model
import Replica

/// `foyer status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say whose this terminal is, what it holds, how it does and what to do.",
        discussion: """
            Reads this terminal alone; it asks no hub. Whether the hub agrees: foyer verify

            Examples:
              foyer status
              foyer status --json
            """
    )

    @Flag(help: "Print it as JSON.")
    var json = false

    @OptionGroup var options: ProfileOptions

    func run() throws {
        let directory = options.directory
        let profile = try directory.load()
        var status = Status(profile, directory: directory.path)
        if let reader = try? ReplicaReader(directory: directory.replica), reader.isReady {
            let page = try reader.page(.overview, now: .current, agent: profile.agent)
            if case .overview(let overview) = page { status.count(overview) }
            status.bytes = try reader.databaseSize()
        }
        status.report = StatusReading(
            directory: directory,
            hub: profile.hub,
            reader: try? ReplicaReader(directory: directory.replica),
            outbox: directory.hasOutbox ? try? directory.openOutbox() : nil
        ).report(LinkWatch.read(directory) ?? LinkLog())
        status.isOpen = directory.isOpen(now: .current)
        try Output.show(status, asJSON: json)
    }
}

/// What `status` says.
struct Status: Encodable, Described {
    var profile: String
    var hub: String
    var agent: String
    var email: String
    var agentId: String
    var deviceId: String
    /// Whether a desk or another command has it open now.
    var isOpen = false
    /// Whether there is a whole copy.
    var isReady = false
    var properties: [String] = []
    var leads = 0
    var waiting = 0
    var questions = 0
    var messages = 0
    /// Of the replica's file.
    var bytes = 0
    /// How it does: sync, errors, calls, what is not sent, sizes.
    var report: StatusReport?

    init(_ profile: Profile, directory: String) {
        self.profile = directory
        hub = profile.hub
        agent = "\(profile.firstName) \(profile.lastName)"
        email = profile.email
        agentId = profile.agent.text
        deviceId = profile.device.text
    }

    mutating func count(_ overview: Overview) {
        isReady = true
        properties = overview.properties.map(\.name)
        leads = overview.leads
        waiting = overview.waiting
        questions = overview.questions
        messages = overview.messages
    }

    /// Columns of what each line is about.
    private static let labelWidth = 14
    /// Names that a person is shown; JSON has them all.
    private static let namesShown = 4

    var description: String {
        let shown = properties.prefix(Self.namesShown).map { Output.cell($0, 40).trimmed }
        let more =
            properties.count > shown.count ? " and \(properties.count - shown.count) more" : ""
        let names = shown.joined(separator: ", ") + more
        let copy =
            isReady
            ? "\(leads) leads, \(waiting) waiting, \(questions) questions, \(messages) messages"
            : "no copy yet; run foyer, or foyer sync --once"
        return """
            agent         \(agent) <\(email)>
            hub           \(hub)
            profile       \(profile)\(isOpen ? "  (open in another program)" : "")
            properties    \(names.isEmpty ? "none" : names)
            replica       \(copy)
            \(details)
            """
    }

    /// The same as the desk's view says; what stands above is not said twice.
    private var details: String {
        guard let report else { return "" }
        let zone = Zone(TimeZone.current.identifier) ?? .utc
        let width = Self.labelWidth
        return StatusWords(report, now: .current, zone: zone).blocks.joined()
            .filter { !["hub", "profile"].contains($0.label) }
            .map { "\($0.label.padding(toLength: width, withPad: " ", startingAt: 0))\($0.text)" }
            .joined(separator: "\n")
    }
}

extension String {
    /// Without the blanks that fill a column.
    var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
