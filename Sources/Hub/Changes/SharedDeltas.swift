import Synchronization
import Wire

/// Works out a difference once for all terminals of one scope that stand at one place.
///
/// What is shared is keyed by the scope and never by the agent, and whoever takes what was worked
/// out for another must show, by a later look, that this is still their scope (`ChangeService`).
/// It is forgotten once something else is noted: an answer is never older than what its caller saw.
final class SharedDeltas: Sendable {
    /// What two callers must have in common.
    struct Key: Hashable, Sendable {
        /// The head that the caller saw; what is worked out afterwards has seen as much.
        var head: String
        var position: String
        /// The fingerprint of the scope.
        var scope: String
    }

    /// What a caller has to do.
    enum Turn: Sendable {
        /// Work it out and tell by `finish`, whatever comes of it.
        case mine
        /// Another did.
        case others(Delta)
        /// Another tried: each for themselves.
        case failed
    }

    private enum Entry {
        case underWay([CheckedContinuation<Turn, Never>])
        case ready(Delta)
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var bytes = 0
        var quiet: [String: Quiet] = [:]
    }

    /// Places between which nothing happened in a scope.
    private struct Quiet {
        var newest: String
        var same: Set<String>
    }

    private let state = Mutex(State())

    /// Whose turn it is; waits for who is at it.
    func turn(_ key: Key) async -> Turn {
        await withCheckedContinuation { continuation in
            let turn = state.withLock { state -> Turn? in
                switch state.entries[key] {
                case .ready(let delta): return .others(delta)
                case .underWay(let waiting):
                    state.entries[key] = .underWay(waiting + [continuation])
                    return nil
                case nil:
                    state.entries[key] = .underWay([])
                    return .mine
                }
            }
            if let turn { continuation.resume(returning: turn) }
        }
    }

    /// Tells what came of it; nil where nothing did.
    ///
    /// Where the caller itself was given up, the next who waits takes its turn.
    func finish(_ key: Key, _ delta: Delta?, wasCancelled: Bool = false) {
        let (waiting, turn) = state.withLock { state in
            var waiting: [CheckedContinuation<Turn, Never>] = []
            if case .underWay(let others) = state.entries.removeValue(forKey: key) {
                waiting = others
            }
            if let delta {
                Self.keep(key, delta, &state)
                return (waiting, Turn.others(delta))
            }
            guard wasCancelled, !waiting.isEmpty else { return (waiting, .failed) }
            state.entries[key] = .underWay(Array(waiting.dropFirst()))
            return ([waiting[0]], .mine)
        }
        for continuation in waiting { continuation.resume(returning: turn) }
    }

    /// The newest place since which as much happened in the scope as since this one.
    ///
    /// Terminals of an office come to stand at places of their own while nothing happens to them;
    /// what happens next is the same difference for all.
    func canonical(_ position: String, _ scope: String) -> String {
        state.withLock { state in
            guard let quiet = state.quiet[scope], quiet.same.contains(position) else {
                return position
            }
            return quiet.newest
        }
    }

    /// Nothing happened in the scope between the two.
    func wasQuiet(_ scope: String, from position: String, to newest: String) {
        guard position != newest else { return }
        state.withLock { state in
            if state.quiet.count >= Self.mostScopes { state.quiet = [:] }
            var quiet = state.quiet[scope] ?? Quiet(newest: newest, same: [])
            if quiet.newest != position,
                !quiet.same.contains(position)
                    || quiet.same.count >= Self.mostPlaces
            {
                quiet.same = []
            }
            quiet.same.formUnion([position, newest])
            quiet.newest = newest
            state.quiet[scope] = quiet
        }
    }

    /// Drops all that is kept: the store was away, or is not where it was.
    func forget() {
        state.withLock { state in
            state.entries = state.entries.filter {
                if case .ready = $0.value { false } else { true }
            }
            state.bytes = 0
            state.quiet = [:]
        }
    }

    private static func keep(_ key: Key, _ delta: Delta, _ state: inout State) {
        for (other, entry) in state.entries where other.head != key.head {
            guard case .ready(let old) = entry else { continue }
            state.entries[other] = nil
            state.bytes -= old.lines.bytes.count
        }
        let bytes = state.bytes + delta.lines.bytes.count
        guard state.entries.count < mostEntries, bytes <= mostBytes else { return }
        state.entries[key] = .ready(delta)
        state.bytes = bytes
    }

    /// Differences that are kept until the head changes; one more serves only who waits for it.
    private static let mostEntries = 1_024
    /// What they may take together, bytes.
    private static let mostBytes = 64 * 1_024 * 1_024
    /// Scopes whose quiet is known; beyond that it is learnt anew.
    private static let mostScopes = 4_096
    /// Places that are known to be as good as one another, a scope.
    private static let mostPlaces = 256
}
