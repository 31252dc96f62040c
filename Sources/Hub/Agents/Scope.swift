import Crypto
package import Model

/// What an agent may see at a moment: properties with an assignment that is valid that day in the
/// property's zone, and the companies of those properties and of the agent.
package struct Scope: Hashable, Sendable {
    /// In the order of their ids.
    package let properties: [PropertyID]
    /// In the order of their ids.
    package let companies: [CompanyID]
    /// Names the scope by its content, 32 hexadecimal digits: all that a cursor has to hold.
    package let fingerprint: String

    package init(properties: some Sequence<PropertyID>, companies: some Sequence<CompanyID>) {
        self.properties = Set(properties).sorted()
        self.companies = Set(companies).sorted()
        var hash = SHA256()
        for id in self.properties { hash.update(data: id.data) }
        hash.update(data: [UInt8(ascii: "|")])
        for id in self.companies { hash.update(data: id.data) }
        fingerprint = hash.finalize().prefix(16)
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Whether the other has all that this one has.
    package func isWithin(_ other: Scope) -> Bool {
        Set(properties).isSubset(of: other.properties)
            && Set(companies).isSubset(of: other.companies)
    }
}
