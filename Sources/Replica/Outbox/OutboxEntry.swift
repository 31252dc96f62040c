package import Model
import Wire

/// A write as the outbox keeps it.
package struct OutboxEntry: Hashable, Sendable, Codable {
    package var id: MutationID
    /// Its number among the device's mutations; nil until it is sent first, so that one that is
    /// withdrawn leaves no gap.
    package var number: Int64?
    package var madeAt: Timestamp
    /// The fingerprint of the schema it was made under.
    package var schema: String
    package var intent: Intent
    /// What takes it back; nil where nothing can.
    package var inverse: Intent?
    package var state: State
    /// Why the hub refused it.
    package var refusal: Refusal?
    /// The row that was in the way, column by column as text.
    package var standing: [String: String]?

    /// How far it went.
    package enum State: String, Hashable, Sendable, Codable {
        /// The hub has not decided yet.
        case waiting
        /// The hub has done it.
        case applied
        /// The hub has refused it, and nobody has decided yet what becomes of it.
        case attention
        /// The hub has refused it, and it was discarded or sent again as another.
        case settled
    }

    /// The mutation as it travels; nil before it has a number.
    ///
    /// One that was settled travels without what was wanted: the hub takes no gap, and refuses it.
    var mutation: Mutation? {
        number.map {
            Mutation(
                id: id,
                number: $0,
                madeAt: madeAt,
                schema: schema,
                intent: state == .settled ? .foreign(.settled) : intent
            )
        }
    }
}

extension OutboxEntry {
    /// A write that the agent makes now.
    package init(
        waiting intent: Intent,
        inverse: Intent?,
        at time: Timestamp,
        id: MutationID
    ) {
        self.init(
            id: id,
            madeAt: time,
            schema: SchemaFingerprint.current,
            intent: intent,
            inverse: inverse,
            state: .waiting
        )
    }

    /// Reads an entry of any version: what this one does not know of it takes no other along.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(MutationID.self, forKey: .id)
        number = try container.decodeIfPresent(Int64.self, forKey: .number)
        madeAt = try container.decode(Timestamp.self, forKey: .madeAt)
        schema = try container.decode(String.self, forKey: .schema)
        state = try container.decode(State.self, forKey: .state)
        refusal = try container.decodeIfPresent(Refusal.self, forKey: .refusal)
        standing = try container.decodeIfPresent([String: String].self, forKey: .standing)
        inverse = try? container.decodeIfPresent(Intent.self, forKey: .inverse)
        do {
            intent = try container.decode(Intent.self, forKey: .intent)
        } catch {
            intent = .foreign(try container.decode(ForeignIntent.self, forKey: .intent))
        }
    }
}
