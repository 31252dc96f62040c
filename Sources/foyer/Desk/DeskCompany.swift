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
    private let retries: AsyncStream<Void>.Continuation
    private let task: Task<Void, Never>

    init(_ source: DeskSource, _ mailbox: Mailbox<DeskNews>) {
        let (requests, asking) = AsyncStream.makeStream(of: PageRequest.self)
        let (retries, retrying) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        self.requests = asking
        self.retries = retrying
        task = Task {
            await withDiscardingTaskGroup { group in
                group.addTask { await Self.sync(source, retries, mailbox) }
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

    func reconnect() {
        retries.yield()
    }

    /// Ends everything and waits for it; only the drawing thread may call this.
    func stop() {
        requests.finish()
        retries.finish()
        task.cancel()
        let isDone = DispatchSemaphore(value: 0)
        let waiting = Task { [task] in
            await task.value
            isDone.signal()
        }
        isDone.wait()
        waiting.cancel()
    }

    private static func read(
        _ request: PageRequest,
        _ source: DeskSource,
        _ mailbox: Mailbox<DeskNews>
    ) async {
        do {
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

    /// Begins syncing, and hands on what it tells until the desk is left.
    private static func sync(
        _ source: DeskSource,
        _ retries: AsyncStream<Void>,
        _ mailbox: Mailbox<DeskNews>
    ) async {
        do {
            let connected = try await source.connect { news in
                if let event = DeskEvent(news) { mailbox.post(.event(event)) }
            }
            for await _ in retries { await connected.retry() }
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
    fileprivate init?(_ news: SyncNews) {
        switch news {
        case .freshness(let freshness): self = .freshnessChanged(freshness)
        case .replicaChanged: self = .replicaChanged
        case .trouble: return nil
        }
    }
}
