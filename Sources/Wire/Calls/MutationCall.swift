package import Model

/// A batch of mutations in the order of their numbers.
package struct MutationsRequest: Codable, Hashable, Sendable {
    package var mutations: [SentMutation]

    package init(mutations: [SentMutation]) {
        self.mutations = mutations
    }
}

/// A mutation as it came in: what cannot be understood of one spoils none of the others.
package struct SentMutation: Hashable, Sendable {
    package var id: MutationID
    package var number: Int64
    package var madeAt: Timestamp
    package var schema: String
    /// What was meant, or why that could not be read.
    package var intent: Result<Intent, Refusal>

    package init(_ mutation: Mutation) {
        id = mutation.id
        number = mutation.number
        madeAt = mutation.madeAt
        schema = mutation.schema
        intent = .success(mutation.intent)
    }
}

extension SentMutation: Codable {
    private enum Key: String, CodingKey {
        case id, number, madeAt, schema, intent
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        id = try container.decode(MutationID.self, forKey: .id)
        number = try container.decode(Int64.self, forKey: .number)
        madeAt = try container.decode(Timestamp.self, forKey: .madeAt)
        schema = try container.decode(String.self, forKey: .schema)
        do {
            intent = .success(try container.decode(Intent.self, forKey: .intent))
        } catch let refusal as Refusal {
            intent = .failure(refusal)
        } catch {
            intent = .failure(Refusal(.unreadable))
        }
    }

    /// Only what was read whole is sent on.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(number, forKey: .number)
        try container.encode(madeAt, forKey: .madeAt)
        try container.encode(schema, forKey: .schema)
        try container.encode(try intent.get(), forKey: .intent)
    }
}

/// What came of a batch: a result for each mutation that was decided, in order.
///
/// Fewer results than mutations mean that the hub has not seen those before: it goes on at
/// `acked + 1`, which the terminal offers again.
package struct MutationsResponse: Codable, Hashable, Sendable {
    package var results: [MutationResult]
    /// The last number of this device that the hub has decided on.
    package var acked: Int64

    package init(results: [MutationResult], acked: Int64) {
        self.results = results
        self.acked = acked
    }
}

/// What came of one mutation.
package struct MutationResult: Codable, Hashable, Sendable {
    package var id: MutationID
    package var number: Int64
    package var outcome: MutationOutcome
    /// Whether it was decided before, and this is the outcome of then.
    package var isDuplicate: Bool
    /// Why not, for a conflict or a rejection.
    package var refusal: Refusal?
    /// For a conflict, the row as it stands: travelling columns as text.
    package var row: [String: String]?

    package init(
        id: MutationID,
        number: Int64,
        outcome: MutationOutcome,
        isDuplicate: Bool = false,
        refusal: Refusal? = nil,
        row: [String: String]? = nil
    ) {
        self.id = id
        self.number = number
        self.outcome = outcome
        self.isDuplicate = isDuplicate
        self.refusal = refusal
        self.row = row
    }
}

/// How the hub decided.
package enum MutationOutcome: String, Codable, Hashable, Sendable, CaseIterable {
    case applied
    /// Somebody was faster.
    case conflict
    /// A rule is against it, and will be.
    case rejected
}
