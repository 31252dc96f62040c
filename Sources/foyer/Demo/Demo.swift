import Hub
import HubSQLite
import HubServer
import Link
import Logging
import Model
import Replica
import Sync
import Wire
import World

/// A hub in this very process, with a company whose renters never stop writing.
struct Demo: Sendable {
    let plan: WorldPlan
    let clock: DemoClock
    let directory: String
    let agent: AgentCast

    /// Rows of the world that are written in one transaction.
    private static let batch = 5_000

    init(plan: WorldPlan, clock: DemoClock, directory: String) {
        self.plan = plan
        self.clock = clock
        self.directory = directory
        agent = History(plan).cast.demoAgent
    }

    /// Makes the profile's directory, so that the desk can open before there is a hub.
    func prepare(_ profile: ProfileDirectory) throws {
        try PrivateFile.makeDirectory(profile.path)
    }

    /// Fills the hub's database, serves it, enrolls the desk and lets visitors come.
    func begin(
        _ profile: ProfileDirectory,
        _ writer: ReplicaWriter,
        heard: @escaping @Sendable (HubCall) -> Void,
        tell: @escaping @Sendable (SyncNews) -> Void
    ) async throws -> ConnectedDesk {
        let store = try SQLiteHubStore(path: directory + "/hub.sqlite", use: .migrating)
        try await fill(store, tell: tell)
        let (addresses, sender) = AsyncStream.makeStream(of: String.self)
        let hub = try await HubService(
            store: store,
            configuration: HubConfiguration(),
            clock: clock.hub,
            logger: quiet
        ) { sender.yield($0) }
        let serving = Task { try await hub.run() }
        var first = addresses.makeAsyncIterator()
        guard let address = await first.next() else {
            throw Complaint("the demo's hub does not start")
        }
        let enrolled = try await enroll(store, address, profile)
        let desk = try await ConnectedDesk.begin(
            enrolled,
            writer,
            now: { clock.now() },
            heard: heard,
            tell: tell
        )
        let living = Task { try await live(in: store) }
        return ConnectedDesk(
            retry: desk.retry,
            send: desk.send,
            stop: {
                living.cancel()
                await desk.stop()
                serving.cancel()
                _ = await living.result
                _ = await serving.result
            }
        )
    }

    private func fill(_ store: SQLiteHubStore, tell: @Sendable (SyncNews) -> Void) async throws {
        var rows: [StoreChange] = []
        var count = 0
        for row in History(plan) {
            rows.append(.insert(row))
            guard rows.count == Self.batch else { continue }
            try await store.apply(rows)
            count += rows.count
            rows.removeAll(keepingCapacity: true)
            tell(.freshness(.firstSync(SyncProgress(rows: 0, total: nil))))
            try Task.checkCancellation()
        }
        try await store.apply(rows)
    }

    /// The desk comes in as any terminal does: with a code, over HTTP.
    private func enroll(
        _ store: SQLiteHubStore,
        _ address: String,
        _ directory: ProfileDirectory
    )
        async throws -> Profile
    {
        let enrolment = Enrolment(store: store, clock: clock.hub, logger: quiet)
        guard let code = try await enrolment.invite(email: agent.email) else {
            throw Complaint("the demo's agent is not in its world")
        }
        let hub = try HubAddress(address)
        let client = HubClient(address: hub, token: nil)
        let answer: Result<EnrollResponse, any Error>
        do {
            let request = EnrollRequest(code: code.text, deviceName: "demo")
            answer = .success(try await client.enroll(request))
        } catch {
            answer = .failure(error)
        }
        await client.shutdown()
        let profile = Profile(try answer.get(), hub: hub, authorities: nil)
        try directory.save(profile)
        return profile
    }

    /// Visitors come and write, at the demo's pace.
    private func live(in store: SQLiteHubStore) async throws {
        var traffic = LiveTraffic(plan)
        while !Task.isCancelled {
            let step = traffic.next()
            try await clock.sleep(until: traffic.now)
            try await store.apply(step.changes.map(StoreChange.init))
        }
    }

    /// The demo's hub has no operator who would read a log.
    private var quiet: Logger { Logger(label: "demo") { _ in SwiftLogNoOpLogHandler() } }
}

extension StoreChange {
    fileprivate init(_ change: LiveChange) {
        switch change {
        case .insert(let row): self = .insert(row)
        case .update(let table, let id, let values): self = .update(table, id, values)
        case .delete(let table, let id): self = .delete(table, id)
        }
    }
}
