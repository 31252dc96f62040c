/// Who does something, when, and under which mutation's name.
package struct Act: Hashable, Sendable {
    package let agent: AgentID
    /// When the agent did it; the hub lets no future pass.
    package let at: Timestamp
    package let mutation: MutationID

    package init(agent: AgentID, at: Timestamp, mutation: MutationID) {
        self.agent = agent
        self.at = at
        self.mutation = mutation
    }

    /// The id of a row that comes to be by this act: the same on the terminal and on the hub, and
    /// however often it is done.
    ///
    /// A UUID of version 8 (RFC 9562, section 5.8): the mutation's id and the row's part in it,
    /// mixed.
    package func newID(_ part: String, _ number: Int = 0) -> RowID {
        var mixed = Self.mix(mutation.high ^ 0x9E37_79B9_7F4A_7C15)
        for byte in "\(part)#\(number)".utf8 { mixed = Self.mix(mixed ^ UInt64(byte)) }
        let high = Self.mix(mixed ^ mutation.low)
        let low = Self.mix(high ^ mixed)
        return RowID(
            high: high & 0xFFFF_FFFF_FFFF_0FFF | 0x8000,
            low: low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        )
    }

    /// SplitMix64's finalizer (Steele, Lea and Flood, 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
