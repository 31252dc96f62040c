import Desk
import Dispatch
import Link
import Model
import Replica
import Terminal

/// All that works beside the desk: reading pages and syncing.
///
/// One task tree, begun and ended here.
final class DeskCompany: Sendable {
    private let requests: AsyncStream<PageRequest>.Continuation
    private let nudges: AsyncStream<Nudge>.Continuation
    private let wishes = Wishes()
    private let pins: AsyncStream<DeskEffect>.Continuation
    private let task: Task<Void, Never>
    private let watch: LinkWatch
    /// Keeps what the agent wants; ended by the end of the wishes, never by cancellation.
    private let keeping: Task<Void, Never>

    /// What the agent, or another process, wants of the connection.
    private enum Nudge {
        case retry, send
    }

    init(_ source: DeskSource, _ mailbox: Mailbox<DeskNews>) {
        let (requests, asking) = AsyncStream.makeStream(of: PageRequest.self)
        let (nudges, nudging) = AsyncStream.makeStream(
            of: Nudge.self,
            bufferingPolicy: .bufferingNewest(8)
        )
        watch = source.watch
        self.requests = asking
        self.nudges = nudging
        let (pins, typing) = AsyncStream.makeStream(of: DeskEffect.self)
        self.pins = typing
        keeping = Task { [wishes] in await Self.keep(wishes, source, nudging, mailbox) }
        task = Task {
            await withDiscardingTaskGroup { group in
                group.addTask { await Self.sync(source, nudges, mailbox) }
                group.addTask { await Self.listen(source, nudging, mailbox) }
                group.addTask {
                    let lock = DeskLock(
                        file: source.pin,
                        agents: source.agents,
                        now: { .current }
                    )
                    for await effect in pins {
                        if effect == .lookAtStatus {
                            mailbox.post(.event(.statusKnown(source.status)))
                        } else if let event = lock.answer(effect) {
                            mailbox.post(.event(event))
                        }
                    }
                }
                group.addTask { await source.watch.keep() }
                for await request in requests {
                    group.addTask { await Self.read(request, source, mailbox) }
                }
            }
        }
    }

    /// Asks the replica; the answer comes through the mailbox.
    func read(_ request: PageRequest) {
        requests.yield(request)
    }

    /// Does what the agent wants kept; what comes of it comes through the mailbox, with pages as
    /// they are then.
    func take(_ effect: DeskEffect, bringing pages: PagesWanted = PagesWanted()) {
        wishes.add(Wish(effect, bringing: pages))
    }

    /// Looks at a PIN; what comes of it comes through the mailbox.
    func look(at effect: DeskEffect) {
        pins.yield(effect)
    }

    func reconnect() {
        nudges.yield(.retry)
    }

    /// Ends everything and waits for it; only the drawing thread may call this.
    func stop() {
        // What was wanted before is kept before the desk is left.
        wishes.finish()
        requests.finish()
        pins.finish()
        let isDone = DispatchSemaphore(value: 0)
        let waiting = Task { [task, keeping, nudges] in
            await keeping.value
            nudges.finish()
            task.cancel()
            await task.value
            isDone.signal()
        }
        isDone.wait()
        waiting.cancel()
        watch.finish()
    }

    private static func read(
        _ request: PageRequest,
        _ source: DeskSource,
        _ mailbox: Mailbox<DeskNews>
    ) async {
        do {
            if case .attention = request, let outbox = source.writer.writes?.outbox {
                let refused = try source.reader.beside(
                    outbox.attention(),
                    now: source.now(),
                    agent: source.agent
                )
                return mailbox.post(.event(.pageArrived(.attention(refused))))
            }
            let page = try await source.reader.page(
                request,
                now: source.now(),
                agent: source.agent
            )
            mailbox.post(.event(.pageArrived(page)))
        } catch {
            mailbox.post(.event(.readFailed(request)))
        }
    }

    /// Keeps what the agent wants, in order.
    private static func keep(
        _ wishes: Wishes,
        _ source: DeskSource,
        _ nudges: AsyncStream<Nudge>.Continuation,
        _ mailbox: Mailbox<DeskNews>
    ) async {
        guard let outbox = source.writer.writes?.outbox else { return }
        await DeskWrites(
            writer: source.writer,
            outbox: outbox,
            directory: source.directory,
            now: source.now,
            stir: { nudges.yield(.send) },
            tell: { if !$0.isEmpty { mailbox.post($0.map(DeskNews.event)) } }
        ).run(wishes)
    }

    /// Shows and sends what another process has written.
    private static func listen(
        _ source: DeskSource,
        _ nudges: AsyncStream<Nudge>.Continuation,
        _ mailbox: Mailbox<DeskNews>
    ) async {
        for await _ in source.bell.rings() {
            try? await source.writer.layAnew()
            mailbox.post(.event(.replicaChanged))
            if let event = DeskEvent.outbox(source) { mailbox.post(.event(event)) }
            nudges.yield(.send)
        }
    }

    /// Begins syncing, and hands on what it tells until the desk is left.
    private static func sync(
        _ source: DeskSource,
        _ nudges: AsyncStream<Nudge>,
        _ mailbox: Mailbox<DeskNews>
    ) async {
        do {
            let connected = try await source.connect { news in
                source.watch.take(news)
                if let event = DeskEvent(news, source) { mailbox.post(.event(event)) }
            }
            for await nudge in nudges {
                switch nudge {
                case .retry: await connected.retry()
                case .send: await connected.send()
                }
            }
            await connected.stop()
        } catch is CancellationError {
            return
        } catch {
            mailbox.post(.failed("\(error)"))
        }
    }
}

extension DeskEvent {
    /// What the desk needs to know of syncing; troubles are for the log.
    fileprivate init?(_ news: SyncNews, _ source: DeskSource) {
        switch news {
        case .outboxChanged:
            guard let event = Self.outbox(source) else { return nil }
            self = event
        case .freshness(let freshness): self = .freshnessChanged(freshness)
        case .replicaChanged: self = .replicaChanged
        case .outboxTrouble, .trouble: return nil
        }
    }

    /// How the agent's writes stand now.
    fileprivate static func outbox(_ source: DeskSource) -> DeskEvent? {
        guard let counts = try? source.writer.writes?.outbox.counts() else { return nil }
        return .outboxChanged(
            OutboxSummary(waiting: counts.waiting, attention: counts.attention)
        )
    }
}
