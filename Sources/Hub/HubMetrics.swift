import Synchronization

/// What the hub counts of itself; ids and texts are in none of it.
package final class HubMetrics: Sendable {
    /// All counts at one moment.
    package struct Reading: Hashable, Sendable {
        /// Answers by route and status.
        package var answers: [Answer: Int] = [:]
        /// Refused requests by reason.
        package var rejections: [String: Int] = [:]
        package var rowsSent = 0
        package var bytesSent = 0
        /// How often a difference took up to so long; the last is everything slower.
        package var deltas = [Int](repeating: 0, count: HubMetrics.deltaBounds.count + 1)
        package var deltaTime = Duration.zero
    }

    /// A kind of answer.
    package struct Answer: Hashable, Sendable, Comparable {
        package let route: String
        package let status: Int

        package static func < (left: Self, right: Self) -> Bool {
            (left.route, left.status) < (right.route, right.status)
        }
    }

    /// The histogram's upper bounds, milliseconds.
    package static let deltaBounds = [1, 3, 10, 30, 100, 300, 1_000, 3_000]

    private let state = Mutex(Reading())

    package init() {}

    package var reading: Reading { state.withLock { $0 } }

    /// Counts an answer.
    package func answered(route: String, status: Int) {
        state.withLock { $0.answers[Answer(route: route, status: status), default: 0] += 1 }
    }

    /// Counts a refusal.
    package func rejected(_ reason: String) {
        state.withLock { $0.rejections[reason, default: 0] += 1 }
    }

    /// Counts what went out in a body of changes.
    package func sent(rows: Int, bytes: Int) {
        state.withLock {
            $0.rowsSent += rows
            $0.bytesSent += bytes
        }
    }

    /// Counts how long the store took for a difference.
    package func delta(took duration: Duration) {
        let bucket =
            Self.deltaBounds.firstIndex { duration <= .milliseconds($0) } ?? Self.deltaBounds.count
        state.withLock {
            $0.deltas[bucket] += 1
            $0.deltaTime += duration
        }
    }
}
