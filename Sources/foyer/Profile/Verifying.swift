import Link
import Model
import Replica
import Wire

/// Compares a replica with its hub at one state of the database.
///
/// The hub goes on meanwhile, so the two may have to be brought to the same state a few times.
struct Verifying: Sendable {
    private let directory: ProfileDirectory
    private let profile: Profile

    /// Each try reads everything, so it takes a second or two a million rows.
    private static let tries = 20

    init(_ directory: ProfileDirectory, _ profile: Profile) {
        self.directory = directory
        self.profile = profile
    }

    func run() async throws -> VerifyReport {
        let writer: ReplicaWriter
        do {
            writer = try directory.openBareReplica(now: .current)
        } catch ReplicaTrouble.owned {
            return try await besideDesk()
        }
        let syncing = Syncing(profile: profile, writer: writer)
        return try await syncing.withDriver { news in
            try await following(news) { try await attempt(writer.reader) }
        }
    }

    /// Mends what differs, with the replica's lock: a desk would go on from what was damaged.
    func repair() async throws -> VerifyReport {
        let writer = try directory.openBareReplica(now: .current)
        let client = try profile.client()
        let repairing = Repairing(directory: directory, writer: writer, client: client)
        let syncing = Syncing(profile: profile, writer: writer)
        let outcome: Result<VerifyReport, any Error>
        do {
            outcome = .success(
                try await syncing.withDriver { news in
                    try await following(news) { try await repairing.attempt() }
                }
            )
        } catch {
            outcome = .failure(error)
        }
        await client.shutdown()
        return try outcome.get()
    }

    /// Tries when everything is here, and after each change that came in between once more.
    private func following(
        _ news: AsyncStream<SyncNews>,
        _ attempt: () async throws -> VerifyReport?
    ) async throws -> VerifyReport {
        var tries = 0
        var isLive = false
        for await item in news {
            switch item {
            case .freshness(.live): isLive = true
            case .freshness(.offline(_, .notConnectedYet)), .trouble, .outboxTrouble,
                .outboxChanged:
                continue
            case .freshness(.offline(_, let reason)):
                throw Complaint(reason.sentence(hub: profile.hub))
            case .freshness(.refused(let reason)): throw Complaint(reason.sentence)
            case .freshness: isLive = false
            case .replicaChanged: break
            }
            guard isLive else { continue }
            if let report = try await attempt() { return report }
            tries += 1
            guard tries < Self.tries else { break }
        }
        throw tooBusy
    }

    /// A desk holds the replica and keeps it up to date; this only reads beside it.
    private func besideDesk() async throws -> VerifyReport {
        for _ in 0..<Self.tries {
            let reader = try ReplicaReader(directory: directory.replica)
            if let report = try await attempt(reader) { return report }
        }
        throw tooBusy
    }

    private var tooBusy: Complaint {
        Complaint(
            "the hub changed at each of \(Self.tries) tries to compare; try in a calmer minute"
        )
    }

    /// Nil where the hub has gone on since the replica's checkpoint.
    private func attempt(_ reader: ReplicaReader) async throws -> VerifyReport? {
        guard let digest = try reader.digest() else {
            throw Complaint("there is no copy yet; run: foyer sync --once")
        }
        let client = try profile.client()
        let answer: Result<DigestResponse, CallTrouble>
        do throws(CallTrouble) {
            answer = .success(try await client.digest(DigestRequest(cursor: digest.cursor)))
        } catch {
            answer = .failure(error)
        }
        await client.shutdown()
        let response = try answer.get()
        guard response.isAtCursor else { return nil }
        return VerifyReport(here: digest.tables, hub: response.tables)
    }
}
