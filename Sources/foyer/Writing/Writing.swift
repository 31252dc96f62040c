import ArgumentParser
import Foundation
import Link
import Model
import Replica

/// Does for a command what the desk does for a key: keeps what the agent wants, and sends it.
struct Writing: Sendable {
    private let directory: ProfileDirectory
    private let profile: Profile
    let reading: ProfileReading

    init(_ directory: ProfileDirectory) throws {
        self.directory = directory
        profile = try directory.load()
        reading = try ProfileReading(directory)
    }

    var now: Timestamp { reading.now }

    /// How long a hub that is reached is waited for, which may ask to come back in some seconds and
    /// again; what is kept goes out later too.
    private static let patience = Duration.seconds(30)

    /// Keeps a write, shows it to a desk that is open, and says what the hub made of it.
    func write(_ intent: Intent) throws -> WriteReport {
        do {
            return try keep(intent)
        } catch {
            throw OutboxTrouble(disk: error) ?? error
        }
    }

    private func keep(_ intent: Intent) throws -> WriteReport {
        let writer: ReplicaWriter
        do {
            writer = try directory.openReplica(now: now, agent: profile.agent)
        } catch ReplicaTrouble.owned {
            return try keepBesideDesk(intent)
        }
        return try blocking { [self] in
            guard let entry = try await refusing({ try await writer.write(intent, at: now) })
            else { return .nothingToDo }
            do {
                return try await send(entry.id, writer)
            } catch {
                // Kept is kept: told that it failed, the agent would write it again.
                return WriteReport(entry)
            }
        }
    }

    private func keepBesideDesk(_ intent: Intent) throws -> WriteReport {
        let outbox = try directory.openOutbox()
        let writes = AgentWrites(agent: profile.agent, outbox: outbox)
        do {
            guard let entry = try reading.reader.keep(intent, writes, at: now) else {
                return .nothingToDo
            }
            directory.bell.ring()
            return WriteReport(id: entry.id.text, state: .waiting, reason: nil)
        } catch let refusal as Refusal {
            throw Complaint(refusal.words)
        }
    }

    /// Follows the hub until it has decided, or does not answer.
    private func send(_ id: MutationID, _ writer: ReplicaWriter) async throws -> WriteReport {
        let outbox = try directory.openOutbox()
        try await Syncing(profile: profile, writer: writer).withDriver { news in
            try await withThrowingTaskGroup(of: Void.self) { group in
                // The end of patience; the hub's word usually comes first.
                group.addTask { try await ContinuousClock().sleep(for: Self.patience) }
                group.addTask {
                    for await item in news {
                        switch item {
                        case .outboxChanged:
                            if try outbox.entry(id)?.state != .waiting { return }
                        case .freshness(.offline(_, .notConnectedYet)): continue
                        case .freshness(.offline), .freshness(.refused), .outboxTrouble: return
                        case .freshness, .replicaChanged, .trouble: continue
                        }
                    }
                }
                // Whichever ends first: the hub's word, or patience.
                try await group.next()
                group.cancelAll()
            }
        }
        guard let entry = try outbox.entry(id) else { return .nothingToDo }
        return WriteReport(entry)
    }

    private func refusing<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let refusal as Refusal {
            throw Complaint(refusal.words)
        }
    }
}

/// What became of a write.
struct WriteReport: Encodable, Described {
    enum State: String, Encodable {
        /// The hub has done it.
        case applied
        /// It is kept, and goes out when the hub is there.
        case waiting
        /// The hub is against it.
        case refused
        /// It changes nothing.
        case unchanged
    }

    var id: String?
    var state: State
    var reason: String?

    static let nothingToDo = WriteReport(id: nil, state: .unchanged, reason: nil)

    init(id: String?, state: State, reason: String?) {
        self.id = id
        self.state = state
        self.reason = reason
    }

    init(_ entry: OutboxEntry) {
        id = entry.id.text
        switch entry.state {
        case .waiting: state = .waiting
        case .applied: state = .applied
        case .attention, .settled: state = .refused
        }
        reason = entry.refusal?.words
    }

    var description: String {
        switch state {
        case .applied: "done"
        case .waiting: "kept; it goes out when the hub is reached"
        case .unchanged: "nothing to do: it is so already"
        case .refused: "refused: \(reason ?? "the hub gave no reason")"
        }
    }

    /// Prints it; a refusal is an error to a script, also to one that reads JSON.
    func show(asJSON: Bool) throws {
        guard state == .refused else { return try Output.show(self, asJSON: asJSON) }
        if asJSON {
            try Output.showJSON(self)
            throw ExitCode.failure
        }
        throw Complaint("\(reason ?? description) It waits in: foyer outbox")
    }
}
