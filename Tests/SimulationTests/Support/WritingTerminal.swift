import Foundation
import GRDB
import Hub
import HubSQLite
import Logging
import Model
import Sync
import Testing
import Wire

@testable import Replica

/// A terminal that writes: real outbox, real replica, and calls that may get lost on either way.
final class WritingTerminal {
    let device: Device
    let agent: AgentID
    private(set) var writer: ReplicaWriter
    private let time: VirtualTime
    private let scratch: Scratch
    private var cursor: String?
    /// What `write` has returned and was not withdrawn since.
    private(set) var accepted: Set<MutationID> = []

    init(_ number: UInt64, agent: AgentID, _ hub: SimulatedHub) async throws {
        self.agent = agent
        time = hub.time
        scratch = try Scratch()
        device = try await hub.enrol(agent, number)
        writer = try Self.open(scratch, agent, hub.time)
    }

    private static func open(
        _ scratch: Scratch,
        _ agent: AgentID,
        _ time: VirtualTime
    ) throws -> ReplicaWriter {
        try ReplicaWriter(
            files: ReplicaFiles(directory: scratch.path + "/replica", now: time.now),
            writes: AgentWrites(agent: agent, outbox: Outbox(directory: scratch.path))
        )
    }

    var outbox: Outbox {
        get throws { try #require(writer.writes?.outbox) }
    }

    /// The process is killed and begins anew; where `isBare`, its replica is gone.
    func restart(isBare: Bool) async throws {
        writer = try Self.elsewhere(time)
        if isBare { try FileManager.default.removeItem(atPath: scratch.path + "/replica") }
        writer = try Self.open(scratch, agent, time)
        cursor = try await writer.state().live
        try await writer.layAnew()
    }

    /// A replica of nothing, so that the locks of the one before are let go.
    private static func elsewhere(_ time: VirtualTime) throws -> ReplicaWriter {
        let path = NSTemporaryDirectory() + "foyer-nothing-\(UUID().uuidString)"
        return try ReplicaWriter(files: ReplicaFiles(directory: path, now: time.now))
    }

    /// Writes; nil where a rule is against it or it changes nothing.
    @discardableResult
    func write(_ intent: Intent) async throws -> OutboxEntry? {
        do {
            guard let entry = try await writer.write(intent, at: time.now) else { return nil }
            accepted.insert(entry.id)
            return entry
        } catch is Refusal {
            return nil
        }
    }

    /// Takes back what was not sent.
    func withdraw(_ entry: OutboxEntry) async throws {
        guard try outbox.withdraw(entry.id) else { return }
        accepted.remove(entry.id)
        try await writer.layAnew()
    }

    /// Sends a batch; `loss` says what of it gets lost.
    func send(_ hub: SimulatedHub, _ loss: Loss) async throws {
        let batch = try outbox.batch(limit: 20)
        guard !batch.isEmpty, loss != .request else { return }
        let sent = loss == .half ? Array(batch.prefix(max(1, batch.count / 2))) : batch
        let request = MutationsRequest(mutations: sent.map(SentMutation.init))
        let response = try await hub.mutations.apply(for: device, request)
        guard loss != .reply else { return }
        if loss == .twice { _ = try await hub.mutations.apply(for: device, request) }
        if try outbox.record(response).isRefused { try await writer.layAnew() }
    }

    /// Fetches until there is no more.
    func fetch(_ hub: SimulatedHub) async throws {
        while true {
            do throws(Problem) {
                let body = try await hub.service.changes(for: device, cursor: cursor, wait: 0)
                guard try await take(body.bytes) else { return }
            } catch {
                guard [403, 410].contains(error.status) else { throw error }
                cursor = nil
            }
        }
    }

    /// Whether more must follow.
    private func take(_ bytes: [UInt8]) async throws(Problem) -> Bool {
        do {
            let body = try FetchedBody(bytes: bytes)
            if body.begin.snapshot {
                if cursor == nil { try await writer.beginGeneration() }
                _ = try await writer.applyPage(bytes)
            } else if try await writer.state().building != nil {
                try await writer.finishLoading()
                _ = try await writer.settle(bytes)
                try await writer.promote()
            } else {
                _ = try await writer.applyDelta(bytes)
            }
            cursor = body.checkpoint.checkpoint
            return body.checkpoint.more
        } catch {
            Issue.record("a body that cannot be applied: \(error)")
            throw .unavailable
        }
    }
}

/// What gets lost of a call.
enum Loss: CaseIterable {
    case nothing, request, reply, half, twice
}

extension SimulatedHub {
    var mutations: MutationService {
        MutationService(
            store: store,
            clock: time.hubClock,
            metrics: HubMetrics(),
            logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Makes a device of an agent.
    func enrol(_ agent: AgentID, _ number: UInt64) async throws -> Device {
        var chance = SplitMix(seed: number)
        let code = EnrolmentCode(using: &chance)
        let invitation = Invitation(
            handle: code.handle,
            codeHash: code.hash,
            agent: agent,
            expires: time.now.advanced(by: .seconds(600))
        )
        _ = try await store.save(invitation, now: time.now)
        let id = DeviceID(high: 77, low: number)
        let device = NewDevice(
            id: id,
            tokenHash: Data("\(number)".utf8),
            name: "desk",
            enrolledAt: time.now
        )
        _ = try await store.redeem(code, as: device)
        return Device(
            id: id,
            agent: agent,
            name: "desk",
            enrolledAt: time.now,
            lastSeenAt: nil,
            revokedAt: nil
        )
    }
}
