package import Foundation

/// Walks the audit from its first entry and finds the first that does not follow from the one
/// before it: changed, taken out or put in later.
///
/// It cannot tell that entries at the very end are missing: who wants to know that keeps number
/// and hash of the last one elsewhere.
package struct AuditChain: Sendable {
    /// The last entry that was right; 0 before the first.
    package private(set) var number: Int64 = 0
    package private(set) var hash = AuditEntry.beginning

    package init() {}

    /// Whether the entry is the next link.
    package mutating func follows(_ entry: AuditEntry) -> Bool {
        guard entry.number == number + 1, entry.hash == entry.hash(after: hash) else {
            return false
        }
        number = entry.number
        hash = entry.hash
        return true
    }

    /// What a walk found.
    package enum Finding: Hashable, Sendable {
        /// All entries follow: how many, and the last one's hash.
        case whole(entries: Int64, hash: Data)
        /// The first that does not follow, by the number it should have.
        case broken(at: Int64)
    }

    /// Walks all of a store's audit, a page at a time.
    package static func verify(_ store: any HubStore) async throws(HubTrouble) -> Finding {
        var chain = AuditChain()
        while true {
            let entries = try await store.audit(after: chain.number, limit: page)
            for entry in entries {
                let number = chain.number
                guard chain.follows(entry) else { return .broken(at: number + 1) }
            }
            if entries.count < page { return .whole(entries: chain.number, hash: chain.hash) }
        }
    }

    /// Entries that are held at once.
    private static let page = 500
}
