import Desk
import Link
import Model
import Replica
import Sync

/// Where a desk's rows and news come from.
struct DeskSource: Sendable {
    let agent: AgentID
    let reader: ReplicaReader
    /// What the desk's clock says: the machine's own, or the demo's faster one.
    let now: @Sendable () -> Timestamp
    /// How many times faster than the machine's that clock runs.
    var speed = 1.0
    /// The file that says where the program was when it crashed.
    let crashReport: String
    let writer: ReplicaWriter
    let directory: ProfileDirectory
    /// Where the hub is.
    let hub: String
    /// What is noted of the connection.
    let watch: LinkWatch
    /// What opens the desk once it is locked.
    let pin: PINFile
    /// Whose desks there are beside this one; nil where nobody's can be.
    var agents: TerminalAgents?
    /// How other processes say that they wrote.
    let bell: OutboxBell
    /// Begins syncing; called once, beside the desk.
    let connect:
        @Sendable (_ tell: @escaping @Sendable (SyncNews) -> Void) async throws
            -> ConnectedDesk
}

extension DeskSource {
    /// How this terminal does now.
    var status: StatusReport {
        StatusReading(
            directory: directory,
            hub: hub,
            reader: reader,
            outbox: writer.writes?.outbox
        ).report(watch.known)
    }
}

/// Syncing as long as a desk is open.
struct ConnectedDesk: Sendable {
    /// Tries the hub now.
    let retry: @Sendable () async -> Void
    /// Sends what waits in the outbox.
    let send: @Sendable () async -> Void
    /// Ends it, and waits until nothing touches the replica any more.
    let stop: @Sendable () async -> Void

    /// Syncs a profile with its hub.
    static func begin(
        _ profile: Profile,
        _ writer: ReplicaWriter,
        now: @escaping @Sendable () -> Timestamp = { .current },
        heard: @escaping @Sendable (HubCall) -> Void,
        tell: @escaping @Sendable (SyncNews) -> Void
    ) async throws -> ConnectedDesk {
        let client = try profile.client(heard: heard)
        var chance = SystemRandomNumberGenerator()
        let seed = chance.next()
        let exchange = Exchange(client: client, writer: writer, now: now, seed: seed, tell: tell)
        await exchange.start()
        return ConnectedDesk(
            retry: { await exchange.retryNow() },
            send: { await exchange.send() },
            stop: {
                await exchange.stop()
                await client.shutdown()
            }
        )
    }
}
