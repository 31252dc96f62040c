import Link
import Model
import Replica

/// Syncs a replica without a desk, for the commands.
struct Syncing: Sendable {
    let profile: Profile
    let writer: ReplicaWriter

    /// Follows the hub; returns at the first moment at which everything is here where `untilLive`,
    /// and throws where the hub cannot be reached or refuses.
    func run(untilLive: Bool) async throws {
        try await withDriver { news in
            for await item in news {
                guard case .freshness(let freshness) = item else { continue }
                switch freshness {
                case .live: if untilLive { return }
                case .offline(_, .notConnectedYet): break
                case .offline(_, let reason):
                    if untilLive { throw Complaint(reason.sentence(hub: profile.hub)) }
                case .refused(let reason): throw Complaint(reason.sentence)
                case .firstSync, .catchingUp, .refetching: break
                }
            }
        }
    }

    /// Runs a driver for as long as `body` does; `body` reads what it tells.
    func withDriver<Value: Sendable>(
        _ body: (AsyncStream<SyncNews>) async throws -> Value
    ) async throws -> Value {
        let (news, sender) = AsyncStream.makeStream(of: SyncNews.self)
        let client = try profile.client()
        var chance = SystemRandomNumberGenerator()
        let driver = Exchange(
            client: client,
            writer: writer,
            now: { .current },
            seed: chance.next(),
            tell: { sender.yield($0) }
        )
        await driver.start()
        do {
            let value = try await body(news)
            await driver.stop()
            await client.shutdown()
            return value
        } catch {
            await driver.stop()
            await client.shutdown()
            throw error
        }
    }
}

extension OfflineReason {
    /// Why, and what to do about it.
    func sentence(hub: String) -> String {
        switch self {
        case .notConnectedYet: "\(hub) was not asked yet"
        case .unreachable:
            "\(hub) does not answer; check the network and that foyer-hub runs there"
        case .notAHub: "what answers at \(hub) is not a Foyer hub; check the address"
        case .busy: "\(hub) is busy; try again in a minute"
        case .hubFault: "\(hub) has a fault; tell the operator"
        case .localStorage: "this terminal's disk is full or fails; make room and try again"
        }
    }
}

extension RefusalReason {
    var sentence: String {
        switch self {
        case .revoked:
            "this terminal was revoked and its replica is erased; ask the operator for a code"
        case .unknownDevice:
            "the hub does not know this terminal; ask the operator for a code and enroll again"
        case .upgradeNeeded: "the hub speaks another version; update foyer"
        }
    }
}
