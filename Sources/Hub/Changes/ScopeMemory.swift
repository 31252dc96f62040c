import Synchronization

/// Which scopes the store was told today, so that it is not told with every answer.
final class ScopeMemory: Sendable {
    private let known = Mutex<Set<String>>([])

    func knows(_ scope: Scope, day: Substring) -> Bool {
        known.withLock { $0.contains(scope.fingerprint + day) }
    }

    func note(_ scope: Scope, day: Substring) {
        known.withLock { known in
            if known.count >= Self.most { known = [] }
            known.insert(scope.fingerprint + day)
        }
    }

    /// The store may have forgotten them: it was pruned, or put back to what it was.
    func forget() {
        known.withLock { $0 = [] }
    }

    private static let most = 20_000
}
