import Foundation
package import Model
package import Wire

/// What came of a mutation, as it is kept: a second try is answered with it.
package struct LedgerEntry: Hashable, Sendable {
    package let device: DeviceID
    package let number: Int64
    package let mutation: MutationID
    package let agent: AgentID
    /// The intent's kind; `unknown` where it could not be read.
    package let kind: String
    package let outcome: MutationOutcome
    package let refusal: Refusal?
    /// When the hub decided.
    package let at: Timestamp

    package init(
        device: DeviceID,
        number: Int64,
        mutation: MutationID,
        agent: AgentID,
        kind: String,
        outcome: MutationOutcome,
        refusal: Refusal?,
        at: Timestamp
    ) {
        self.device = device
        self.number = number
        self.mutation = mutation
        self.agent = agent
        self.kind = kind
        self.outcome = outcome
        self.refusal = refusal
        self.at = at
    }
}

extension LedgerEntry {
    /// The refusal as a store keeps it.
    package var refusalText: String? {
        refusal.map { String(decoding: WireJSON.encode($0), as: UTF8.self) }
    }

    /// A refusal as a store kept it; one of a newer hub is not understood and is `unreadable`.
    package static func refusal(_ text: String?) -> Refusal? {
        text.map { text in
            (try? WireJSON.decode(Refusal.self, Data(text.utf8))) ?? Refusal(.unreadable)
        }
    }
}
