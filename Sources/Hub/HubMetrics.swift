import Synchronization

/// What the hub counts of itself; ids and texts are in none of it.
package final class HubMetrics: Sendable {
    /// All counts at one moment.
    package struct Reading: Hashable, Sendable {
        /// Answers by route and status.
        package var answers: [Answer: Int] = [:]
        /// Refused requests by reason.
        package var rejections: [String: Int] = [:]
        /// Mutations by outcome and kind.
        package var mutations: [Mutated: Int] = [:]
        package var rowsSent = 0
        package var bytesSent = 0
        /// How long the store took for a difference, and for a page of a copy.
        package var deltas = Histogram()
        package var pages = Histogram()
        /// From noticing a change until the answer of a terminal that waited was ready.
        package var wakes = Histogram()
        /// Differences that were worked out for another terminal of the scope.
        package var shared = 0
        /// Connections that were ended because nothing of an answer was taken.
        package var stalledReaders = 0
    }

    /// A kind of answer.
    package struct Answer: Hashable, Sendable, Comparable {
        package let route: String
        package let status: Int

        package static func < (left: Self, right: Self) -> Bool {
            (left.route, left.status) < (right.route, right.status)
        }
    }

    /// What came of a kind of mutation.
    package struct Mutated: Hashable, Sendable, Comparable {
        package let outcome: String
        package let kind: String

        package static func < (left: Self, right: Self) -> Bool {
            (left.outcome, left.kind) < (right.outcome, right.kind)
        }
    }

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

    /// Counts a mutation: `applied`, `conflict`, `rejected`, `duplicate` or `gap`.
    package func mutated(_ outcome: String, kind: String) {
        state.withLock { $0.mutations[Mutated(outcome: outcome, kind: kind), default: 0] += 1 }
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
        state.withLock { $0.deltas.add(duration) }
    }

    /// Counts how long the store took for a page of a copy.
    package func page(took duration: Duration) {
        state.withLock { $0.pages.add(duration) }
    }

    /// Counts how long after a change a waiting terminal's answer was ready.
    package func wake(took duration: Duration) {
        state.withLock { $0.wakes.add(duration) }
    }

    /// Counts a difference that need not be worked out again.
    package func shared() {
        state.withLock { $0.shared += 1 }
    }

    /// Counts a client that was hung up on because it read nothing.
    package func readerStalled() {
        state.withLock { $0.stalledReaders += 1 }
    }
}
