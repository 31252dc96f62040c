import ArgumentParser
import Foundation
import Model
import Replica

/// `foyer status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say whose this terminal is and what it holds.",
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
            agent       \(agent) <\(email)>
            hub         \(hub)
            profile     \(profile)\(isOpen ? "  (open in another program)" : "")
            properties  \(names.isEmpty ? "none" : names)
            replica     \(copy)
            """
    }
}

extension String {
    /// Without the blanks that fill a column.
    var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
