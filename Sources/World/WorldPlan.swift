package import Model

/// What a made-up world is made from; the same plan gives the same rows, bit for bit.
package struct WorldPlan: Sendable, Hashable {
    /// Where all its chance comes from.
    package var seed: UInt64
    package var scale: Scale
    /// How far back its history reaches, 1 or more.
    package var months: Int
    /// Whether it has what real databases have and nobody wants: answers without text, statuses in
    /// odd spellings, texts that attack a terminal.
    package var dirt: Bool
    /// Where its history ends and live traffic begins.
    package var now: Timestamp

    /// A plan; without arguments but `now` the demo's.
    package init(
        seed: UInt64 = 1,
        scale: Scale = .office,
        months: Int = 3,
        dirt: Bool = true,
        now: Timestamp
    ) {
        precondition(months >= 1, "a history has at least a month")
        self.seed = seed
        self.scale = scale
        self.months = months
        self.dirt = dirt
        self.now = now
    }

    /// A world of about so many messages over 24 months, within a few per cent.
    ///
    /// Up to 3.8 million all of it is in the scope of the demo's agent, beyond that their first 50
    /// properties.
    package static func messages(
        _ count: Int,
        seed: UInt64 = 1,
        dirt: Bool = false,
        now: Timestamp
    ) -> WorldPlan {
        let conversations = max(1, Double(count) / Pace.messagesPerConversation)
        let office = Double(24 * Scale.office.conversationsPerMonth)
        let properties = min(max(1, Int((conversations / office).rounded())), 3_440)
        let scale = Scale(
            properties: properties,
            ownProperties: min(properties, WorldCast.propertiesPerCompany),
            conversationsPerMonth: max(1, Int(conversations / Double(24 * properties)))
        )
        return WorldPlan(seed: seed, scale: scale, months: 24, dirt: dirt, now: now)
    }
}

/// How large a world is.
package struct Scale: Sendable, Hashable {
    /// Properties of all companies.
    package var properties: Int
    /// The first so many are assigned to the demo's agent.
    package var ownProperties: Int
    /// Conversations of one property in a usual month.
    package var conversationsPerMonth: Int

    /// A scale of one's own; no agent looks after more properties than one company has, 50.
    package init(properties: Int, ownProperties: Int, conversationsPerMonth: Int = 400) {
        precondition(properties >= 1 && (0...properties).contains(ownProperties))
        precondition(ownProperties <= WorldCast.propertiesPerCompany)
        precondition(conversationsPerMonth >= 1)
        self.properties = properties
        self.ownProperties = ownProperties
        self.conversationsPerMonth = conversationsPerMonth
    }

    /// Three properties of the demo's agent, and one that changes hands.
    package static let office = Scale(properties: 4, ownProperties: 3)
    /// What a regional manager oversees: 12 properties, 0.9 million messages in 24 months.
    package static let region = Scale(properties: 12, ownProperties: 12)
    /// A market of 150 properties in three companies, of which 12 are the demo agent's.
    package static let market = Scale(properties: 150, ownProperties: 12)
}
