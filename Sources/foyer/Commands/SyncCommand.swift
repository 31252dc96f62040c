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
            Examples:
              foyer sync --once
              foyer sync --once --json | jq .rows
            """
    )

    @Flag(help: "End when everything is here; without it, stay and follow until interrupted.")
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
            try await Syncing(profile: profile, writer: writer).run(untilLive: once)
            return try await writer.reader.page(.overview, now: .current, agent: profile.agent)
        }
        guard case .overview(let overview) = overview else { return }
        try Output.show(SyncReport(overview), asJSON: json)
    }
}

/// What a sync brought the replica to.
struct SyncReport: Encodable, Described {
    var state = "live"
    var leads: Int
    var messages: Int
    var questions: Int
    var properties: Int

    init(_ overview: Overview) {
        leads = overview.leads
        messages = overview.messages
        questions = overview.questions
        properties = overview.properties.count
    }

    var description: String {
        "up to date: \(properties) properties, \(leads) leads, \(messages) messages"
    }
}
