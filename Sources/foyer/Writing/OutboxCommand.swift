import ArgumentParser
import Model
import Replica

/// `foyer outbox`.
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "What waits to be sent, and what was refused.",
        discussion: """
            Examples:
              foyer outbox
              foyer outbox list --all --json
              foyer outbox retry 0192f0c1-…
              foyer outbox discard 0192f0c1-…
            """,
        subcommands: [
            OutboxListCommand.self, OutboxRetryCommand.self, OutboxDiscardCommand.self,
        ],
        defaultSubcommand: OutboxListCommand.self
    )
}

/// `foyer outbox list`.
struct OutboxListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List writes that wait or were refused."
    )

    @Flag(help: "Also what the hub has done, as far as it is kept: 35 days.")
    var all = false

    @OptionGroup var options: WriteOptions

    func run() throws {
        let entries = try options.profile.directory.openOutbox().entries().filter { entry in
            all || entry.state == .waiting || entry.state == .attention
        }
        let rows = entries.map(ListedWrite.init)
        if options.json { return try Output.showJSON(rows) }
        if rows.isEmpty { print("nothing waits, and nothing was refused") }
        for row in rows { Output.say(row.line) }
    }
}

/// `foyer outbox retry`.
struct OutboxRetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Send a refused write again as it is."
    )

    @Argument(help: "The write's id.")
    var id: String

    @OptionGroup var options: WriteOptions

    func run() throws {
        let outbox = try options.profile.directory.openOutbox()
        let entry = try outbox.refused(id)
        let report = try options.writing().write(entry.intent)
        try outbox.settle(entry.id)
        try report.show(asJSON: options.json)
    }
}

/// `foyer outbox discard`.
struct OutboxDiscardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard",
        abstract: "Drop a refused write."
    )

    @Argument(help: "The write's id.")
    var id: String

    @OptionGroup var options: WriteOptions

    func run() throws {
        let directory = options.profile.directory
        let outbox = try directory.openOutbox()
        let entry = try outbox.refused(id)
        try outbox.settle(entry.id)
        directory.bell.ring()
        let report = WriteReport(id: entry.id.text, state: .unchanged, reason: nil)
        if options.json { try Output.showJSON(report) } else { print("discarded") }
    }
}

extension Outbox {
    /// A write that the hub refused.
    fileprivate func refused(_ text: String) throws -> OutboxEntry {
        let id = try MutationID(argument: text, of: "write", from: "foyer outbox")
        guard let entry = try entry(id), entry.state == .attention else {
            throw Complaint("no write with the id \(text) was refused; see: foyer outbox")
        }
        return entry
    }
}

/// A write as `outbox` prints it.
struct ListedWrite: Encodable {
    var id: String
    var number: Int64?
    var madeAt: String
    var what: String
    var kind: String
    var state: String
    var reason: String?

    init(_ entry: OutboxEntry) {
        id = entry.id.text
        number = entry.number
        madeAt = entry.madeAt.text
        what = entry.intent.words
        kind = entry.intent.kind
        state = entry.state.rawValue
        reason = entry.refusal?.words
    }

    /// For a person: when, what, how far it went, why not.
    var line: String {
        [
            id, Output.cell(String(madeAt.prefix(16)), 16), Output.cell(what, 24),
            Output.cell(state, 9), reason ?? "",
        ].joined(separator: " ")
    }
}
