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
                return WriteReport(entry, why: "\(OutboxTrouble(disk: error) ?? error)")
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

    /// Follows the hub until it has decided, or it is known why it does not.
    private func send(_ id: MutationID, _ writer: ReplicaWriter) async throws -> WriteReport {
        let outbox = try directory.openOutbox()
        let obstacle = try await Syncing(profile: profile, writer: writer).withDriver { news in
            try await withThrowingTaskGroup(of: String?.self) { group in
                // The end of patience; the hub's word usually comes first.
                group.addTask {
                    try await ContinuousClock().sleep(for: Self.patience)
                    let seconds = Self.patience.components.seconds
                    return "\(profile.hub) has not decided on it within \(seconds) seconds"
                }
                group.addTask {
                    for await item in news {
                        if let found = Self.obstacle(item, hub: profile.hub) { return found }
                        guard case .outboxChanged = item else { continue }
                        if try outbox.entry(id)?.state != .waiting { return nil }
                    }
                    return nil
                }
                // Whichever ends first: the hub's word, or patience.
                let obstacle = try await group.next() ?? nil
                group.cancelAll()
                return obstacle
            }
        }
        guard let entry = try outbox.entry(id) else { return .nothingToDo }
        return WriteReport(entry, why: obstacle)
    }

    /// What keeps a write from the hub, as far as news say; nil where nothing does.
    private static func obstacle(_ item: SyncNews, hub: String) -> String? {
        switch item {
        case .freshness(.offline(_, .notConnectedYet)): nil
        case .freshness(.offline(_, let reason)): reason.sentence(hub: hub)
        case .freshness(.refused(let reason)): reason.sentence
        case .outboxTrouble(let words): words
        case .freshness, .outboxChanged, .replicaChanged, .trouble: nil
        }
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
    /// Why it is refused, or why it is not sent yet, where that is known.
    var reason: String?

    static let nothingToDo = WriteReport(id: nil, state: .unchanged, reason: nil)

    init(id: String?, state: State, reason: String?) {
        self.id = id
        self.state = state
        self.reason = reason
    }

    /// How a write stands; where it waits, `obstacle` is why.
    init(_ entry: OutboxEntry, why obstacle: String?) {
        id = entry.id.text
        switch entry.state {
        case .waiting:
            state = .waiting
            reason = obstacle
        case .applied:
            state = .applied
        case .attention, .settled:
            state = .refused
            reason = entry.refusal?.words
        }
    }

    var description: String {
        switch state {
        case .applied: "done"
        case .waiting:
            reason.map { "kept, and not sent yet: \($0)" }
                ?? "kept; it goes out when the hub is reached"
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
