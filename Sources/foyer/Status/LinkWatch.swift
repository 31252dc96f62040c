import Desk
import Foundation
import Link
import Model
import Replica
import Synchronization

/// Notes how the connection to the hub does, and keeps it beside the profile for `foyer status`.
///
/// Notes come from wherever syncing is and cost nothing there; `keep` writes them beside it, when
/// the connection stands otherwise than before or something went wrong, not at every answer.
final class LinkWatch: Sendable {
    private let path: String
    private let now: @Sendable () -> Timestamp
    private let log = Mutex(LinkLog())
    private let notes: AsyncStream<Void>
    private let noted: AsyncStream<Void>.Continuation

    init(_ directory: ProfileDirectory, now: @escaping @Sendable () -> Timestamp = { .current }) {
        path = directory.linkLog
        self.now = now
        (notes, noted) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        if let before = Self.read(directory) { log.withLock { $0 = before } }
    }

    /// What is known so far.
    var known: LinkLog { log.withLock { $0 } }

    /// What a program before noted; nil where none has.
    static func read(_ directory: ProfileDirectory) -> LinkLog? {
        guard let data = try? Data(contentsOf: URL(filePath: directory.linkLog)) else { return nil }
        return try? JSONDecoder().decode(LinkLog.self, from: data)
    }

    func take(_ news: SyncNews) {
        let time = now()
        let isNews = log.withLock { log in
            switch news {
            case .freshness(let freshness):
                let link = freshness.link
                return log.stand(link.state, link.reason, at: time)
            case .outboxTrouble(let words), .trouble(let words):
                log.add(words, at: time)
                return true
            case .replicaChanged:
                log.changed = time
                return false
            case .outboxChanged: return false
            }
        }
        if isNews { noted.yield() }
    }

    func take(_ call: HubCall) {
        let time = now()
        log.withLock { log in
            log.add(
                LinkLog.Call(
                    at: time,
                    name: call.name,
                    milliseconds: Int(call.time / .milliseconds(1)),
                    status: call.status,
                    asksForChanges: call.asksForChanges,
                    waits: call.waits
                )
            )
            if let ahead = call.clockAhead { log.clockAhead = ahead }
        }
    }

    /// Keeps what is noted, until cancelled or finished.
    func keep() async {
        for await _ in notes { save() }
    }

    /// Ends `keep`, once the last notes are on disk.
    func finish() {
        noted.finish()
        save()
    }

    private func save() {
        guard let data = try? JSONEncoder().encode(known) else { return }
        // A disk that fails is told where writes are kept; without this file nothing is lost.
        try? PrivateFile.replace(path, with: String(decoding: data, as: UTF8.self) + "\n")
    }
}
