import Foundation
import Model
import Wire

/// Mutations that go out together: as many, and as large, as the hub takes in one body.
struct MutationBatch {
    private(set) var mutations: [Mutation] = []
    private let limit: Int
    private var room = WireLimits.mutationsBody - 64 * 1_024

    init(limit: Int) {
        self.limit = limit
    }

    /// What travels of a mutation beside its intent, bytes.
    private static let envelope = 256

    /// Takes an entry that has a number; false where it is for the next batch.
    ///
    /// The first always fits: the largest write is a tenth of a body.
    mutating func takes(_ entry: OutboxEntry) throws -> Bool {
        guard mutations.count < limit, let mutation = entry.mutation else { return false }
        room -= try OutboxRows.encoder.encode(mutation.intent).count + Self.envelope
        guard room >= 0 || mutations.isEmpty else { return false }
        mutations.append(mutation)
        return true
    }
}
