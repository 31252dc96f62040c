import Foundation
import Hub
import Model
import Sync
import Testing
import Wire

@testable import Replica

/// A terminal of a real outbox and a real replica that talks to a hub only when it is told to.
final class AwayTerminal {
    let device: Device
    let agent: AgentID
    let writer: ReplicaWriter
    let outbox: Outbox
    private let time: VirtualTime
    private(set) var cursor: String?
    /// What `write` has returned.
    private(set) var accepted: Set<MutationID> = []

    /// Keeps its files where a `SimulatedTerminal` has them.
    init(_ device: Device, directory: String, time: VirtualTime) throws {
        self.device = device
        self.time = time
        agent = device.agent
        outbox = try Outbox(directory: directory)
        writer = try ReplicaWriter(
            files: ReplicaFiles(directory: directory + "/replica", now: time.now),
            writes: AgentWrites(agent: agent, outbox: outbox)
        )
    }

    /// Writes, where no rule is against it.
    func write(_ intent: Intent) async throws {
        do {
            guard let entry = try await writer.write(intent, at: time.now) else { return }
            accepted.insert(entry.id)
        } catch is Refusal {
            return
        }
    }

    /// Sends what waits.
    func send(_ hub: SimulatedHub) async throws {
        while true {
            let batch = try outbox.batch()
            guard !batch.isEmpty else { return }
            let request = MutationsRequest(mutations: batch.map(SentMutation.init))
            let response = try await hub.mutations.apply(for: device, request)
            #expect(try await writer.take(response).changed == batch.count)
        }
    }

    /// Fetches until there is no more.
    func fetch(_ hub: SimulatedHub) async throws {
        while try await fetchOne(hub) {}
    }

    /// Fetches one body; whether more must follow.
    func fetchOne(_ hub: SimulatedHub) async throws -> Bool {
        do throws(Problem) {
            let body = try await hub.service.changes(for: device, cursor: cursor, wait: 0)
            return try await take(body.bytes)
        } catch {
            guard error.status == 410 else { throw error }
            cursor = nil
            return true
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
