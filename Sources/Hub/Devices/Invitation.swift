package import Foundation
package import Model

/// A one-time code that makes a terminal a device of an agent, as the store keeps it.
package struct Invitation: Hashable, Sendable {
    /// The part of the code that finds the invitation.
    package let handle: String
    /// The SHA-256 of the whole code.
    package let codeHash: Data
    package let agent: AgentID
    package let expires: Timestamp

    package init(handle: String, codeHash: Data, agent: AgentID, expires: Timestamp) {
        self.handle = handle
        self.codeHash = codeHash
        self.agent = agent
        self.expires = expires
    }
}

/// What came of a code.
package enum Redemption: Hashable, Sendable {
    /// The device is enrolled and the code is used up.
    case enrolled(HubAgent)
    /// No such code, or it expired, died of wrong tries, or was used.
    case refused
}
