import Link
import Model
import Replica

/// Syncs a replica without a desk, for the commands.
struct Syncing: Sendable {
    let profile: Profile
    let writer: ReplicaWriter

    /// How long the hub may decide on nothing of what waits: longer than a call waits for a change,
    /// which brings at its end what it was not woken for.
    private static let patience = Duration.seconds(30)

    /// Follows the hub; where `once`, returns at the first moment at which everything is here and
    /// nothing is on its way there, and throws where the hub cannot be reached or refuses.
    func run(once: Bool) async throws {
        try await withDriver { news in
            for await item in news {
                if try isLive(item, once: once), once { break }
            }
            guard once, !Task.isCancelled, try await !writer.isSettled() else { return }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await watch() }
                group.addTask {
                    for await item in news {
                        if case .outboxTrouble(let words) = item { throw Complaint(words) }
                        _ = try isLive(item, once: true)
                        if try await writer.isSettled() { return }
                    }
                }
                // Whichever ends first: what was on its way, or patience.
                try await group.next()
                group.cancelAll()
            }
        }
    }

    /// Whether the terminal is told to be live.
    private func isLive(_ item: SyncNews, once: Bool) throws -> Bool {
        guard case .freshness(let freshness) = item else { return false }
        switch freshness {
        case .live: return true
        case .offline(_, .notConnectedYet): break
        case .offline(_, let reason):
            if once { throw Complaint(reason.sentence(hub: profile.hub)) }
        case .refused(let reason): throw Complaint(reason.sentence)
        case .firstSync, .catchingUp, .refetching: break
        }
        return false
    }

    /// Throws where nothing of what waits is decided for as long as patience lasts.
    private func watch() async throws {
        guard let outbox = writer.writes?.outbox else { return }
        var last = (waiting: Int.max, attention: 0)
        while true {
            let counts = try outbox.counts()
            guard counts != last else {
                if try await writer.isSettled() { return }
                throw Complaint(
                    """
                    \(profile.hub) is there and does not decide on what is on its way \
                    (\(counts.waiting) writes); they stay here, tell the operator
                    """
                )
            }
            last = counts
            try await ContinuousClock().sleep(for: Self.patience)
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
        case .untrusted:
            """
            the certificate of \(hub) is not one that this terminal trusts, or not valid now; \
            check this terminal's clock, and ask the operator for the authority's file
            """
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
