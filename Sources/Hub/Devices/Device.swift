package import Foundation
package import Model

/// An enrolled terminal, as the hub knows it; its token is known by its hash alone.
package struct Device: Hashable, Sendable {
    package let id: DeviceID
    package let agent: AgentID
    /// What the terminal calls itself, such as its host name.
    package let name: String
    package let enrolledAt: Timestamp
    /// To the hour; nil before its first call.
    package let lastSeenAt: Timestamp?
    package let revokedAt: Timestamp?
    package let kind: Kind

    /// What its token opens.
    package enum Kind: String, Hashable, Sendable {
        /// A desk's calls.
        case terminal
        /// The agent's tours, to read.
        case calendar

        /// As the hash that is kept of its token says.
        package init(tokenHash: Data) {
            self = FeedToken.isHash(tokenHash) ? .calendar : .terminal
        }
    }

    package init(
        id: DeviceID,
        agent: AgentID,
        name: String,
        enrolledAt: Timestamp,
        lastSeenAt: Timestamp?,
        revokedAt: Timestamp?,
        kind: Kind = .terminal
    ) {
        self.id = id
        self.agent = agent
        self.name = name
        self.enrolledAt = enrolledAt
        self.lastSeenAt = lastSeenAt
        self.revokedAt = revokedAt
        self.kind = kind
    }
}
