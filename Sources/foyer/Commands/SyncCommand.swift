import ArgumentParser
import Foundation
import Link
import Model
import Replica

/// `foyer sync`.
struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Bring this terminal's replica up to date without opening the desk.",
        discussion: """
            What the agent wrote while the hub was away goes out too.

            Examples:
              foyer sync --once
              foyer sync --once --json | jq .rows
            """
    )

    @Flag(
        help: """
            End when everything is here and what waits is sent; without it, stay and follow until \
            interrupted.
            """
    )
    var once = false

    @Flag(help: "Print what was done as JSON.")
    var json = false

    @OptionGroup var options: ProfileOptions

    func run() throws {
        let directory = options.directory
        let profile = try directory.load()
        let writer = try directory.openReplica(now: Timestamp(Date()), agent: profile.agent)
        let once = once
        let overview = try blocking {
            try await Syncing(profile: profile, writer: writer).run(once: once)
            return try await writer.reader.page(.overview, now: .current, agent: profile.agent)
        }
        guard case .overview(let overview) = overview else { return }
        let refused = try writer.writes?.outbox.counts().attention ?? 0
        try Output.show(SyncReport(overview, refused: refused), asJSON: json)
    }
}

/// What a sync brought the replica to.
struct SyncReport: Encodable, Described {
    var state = "live"
    var leads: Int
    var messages: Int
    var questions: Int
    var properties: Int
    /// Writes that the hub is against, until the agent has decided what becomes of them.
    var refused: Int

    init(_ overview: Overview, refused: Int) {
        self.refused = refused
        leads = overview.leads
        messages = overview.messages
        questions = overview.questions
        properties = overview.properties.count
    }

    var description: String {
        "up to date: \(properties) properties, \(leads) leads, \(messages) messages"
            + (refused > 0 ? "; \(refused) writes were refused, see: foyer outbox" : "")
    }
}
