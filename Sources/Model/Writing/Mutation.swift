/// What an agent meant, as it waits in the outbox and travels to the hub.
package struct Mutation: Hashable, Sendable, Codable {
    /// A UUID of version 7: the time in its first 48 bits, so that ids sort as they were made.
    package var id: MutationID
    /// Counts the device's mutations from 1, without a gap.
    package var number: Int64
    package var madeAt: Timestamp
    /// The fingerprint of the schema it was made under.
    package var schema: String
    package var intent: Intent

    package init(
        id: MutationID,
        number: Int64,
        madeAt: Timestamp,
        schema: String,
        intent: Intent
    ) {
        self.id = id
        self.number = number
        self.madeAt = madeAt
        self.schema = schema
        self.intent = intent
    }

    /// What its rules need to know of it.
    package func act(by agent: AgentID) -> Act { Act(agent: agent, at: madeAt, mutation: id) }
}

extension Identifier where Kind == RowKind.Mutation {
    /// An id for something done at that time.
    package static func made(
        at time: Timestamp,
        using chance: inout some RandomNumberGenerator
    )
        -> MutationID
    {
        let milliseconds = UInt64(clamping: max(0, time.microseconds / 1_000)) & 0xFFFF_FFFF_FFFF
        return MutationID(
            high: milliseconds << 16 | 0x7000 | chance.next() & 0x0FFF,
            low: chance.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        )
    }
}

extension Timestamp: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Timestamp(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not an instant such as 2026-11-23T14:10:10.123456Z"
            )
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
