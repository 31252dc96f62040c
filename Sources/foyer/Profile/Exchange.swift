import Link
import Model
import Replica
import Sync

/// Both ways between a replica and its hub: changes in, writes out.
///
/// What the hub has decided on is fetched at once, and whoever comes back online sends first what
/// waits.
struct Exchange: Sendable {
    private let receiving: SyncDriver<ContinuousClock>
    /// Nil for a replica that nobody writes to.
    private let sending: SendDriver<ContinuousClock>?
    private let writer: ReplicaWriter
    private let now: @Sendable () -> Timestamp
    private let nudges: AsyncStream<Nudge>.Continuation
    private let nudging: Task<Void, Never>

    private enum Nudge {
        /// The hub has decided on something.
        case fetch
        /// Something may wait: no reason to end a pause that the hub has asked for.
        case stir
        /// The hub is there again.
        case send
    }

    init(
        client: HubClient,
        writer: ReplicaWriter,
        now: @escaping @Sendable () -> Timestamp,
        seed: UInt64,
        tell: @escaping @Sendable (SyncNews) -> Void
    ) {
        let (stream, nudges) = AsyncStream.makeStream(of: Nudge.self)
        let receiving = SyncDriver(
            transport: client,
            replica: writer,
            clock: .continuous,
            seed: seed,
            now: now,
            tell: { news in
                switch news {
                case .freshness(.live): nudges.yield(.send)
                case .replicaChanged:
                    // A hub that was restored has made writes wait again.
                    if let counts = try? writer.writes?.outbox.counts(), counts.waiting > 0 {
                        nudges.yield(.stir)
                    }
                case .freshness, .outboxChanged, .outboxTrouble, .trouble: break
                }
                tell(news)
            }
        )
        let sending = writer.writes.map { writes in
            SendDriver(
                transport: client,
                writer: writer,
                outbox: writes.outbox,
                clock: .continuous,
                seed: seed &+ 1,
                tell: { news in
                    switch news {
                    case .decided: nudges.yield(.fetch)
                    case .changed:
                        tell(.outboxChanged)
                        // What was refused lies over the rows no more.
                        tell(.replicaChanged)
                    case .trouble(let detail): tell(.outboxTrouble(detail))
                    }
                }
            )
        }
        self.writer = writer
        self.now = now
        self.receiving = receiving
        self.sending = sending
        self.nudges = nudges
        nudging = Task {
            for await nudge in stream {
                switch nudge {
                case .fetch: await receiving.retryNow()
                case .stir: await sending?.stir()
                case .send: await sending?.retryNow()
                }
            }
        }
    }

    func start() async {
        try? writer.writes?.outbox.prune(now: now())
        // What was written while nobody had the replica open.
        try? await writer.layAnew()
        await receiving.start()
    }

    /// Tries both ways now rather than when a back-off is over.
    func retryNow() async {
        await receiving.retryNow()
        await sending?.retryNow()
    }

    /// Something waits in the outbox.
    func send() async {
        await sending?.stir()
    }

    /// Ends both ways, and waits until nothing touches the replica any more.
    func stop() async {
        nudges.finish()
        nudging.cancel()
        await nudging.value
        await sending?.stop()
        await receiving.stop()
    }
}
