package import Model

/// What was noted of the connection to a hub; kept beside the profile for `foyer status`.
package struct LinkLog: Hashable, Sendable, Codable {
    package private(set) var state = LinkState.notBegun
    /// Why it is not in reach, or refuses.
    package private(set) var reason: String?
    /// Since when that holds.
    package private(set) var since: Timestamp?
    /// When the hub answered last, whatever it was.
    package private(set) var answered: Timestamp?
    /// When it answered last what had changed: as of then, rows are as the hub's.
    package private(set) var followed: Timestamp?
    /// When rows changed last.
    package var changed: Timestamp?
    /// Seconds that this terminal's clock is ahead of the hub's; nil where that is not known.
    package var clockAhead: Int?
    /// What went wrong, the newest first.
    package private(set) var troubles: [Trouble] = []
    /// The last calls, the newest first.
    package private(set) var calls: [Call] = []

    /// The most troubles and calls that are kept; the oldest goes.
    package static let most = 8

    package init() {}

    /// Notes how the connection stands, and tells whether that is news.
    package mutating func stand(
        _ state: LinkState,
        _ reason: String? = nil,
        at time: Timestamp
    ) -> Bool {
        guard state != self.state || reason != self.reason else { return false }
        if state != self.state { since = time }
        self.state = state
        self.reason = reason
        if let reason { add(reason, at: time) }
        return true
    }

    /// Notes something that went wrong; the same again only renews its time.
    package mutating func add(_ words: String, at time: Timestamp) {
        troubles.removeAll { $0.words == words }
        troubles.insert(Trouble(at: time, words: words), at: 0)
        troubles = Array(troubles.prefix(Self.most))
    }

    /// Notes a call.
    package mutating func add(_ call: Call) {
        calls.insert(call, at: 0)
        calls = Array(calls.prefix(Self.most))
        guard let status = call.status else { return }
        answered = call.at
        if call.asksForChanges, status == 200 { followed = call.at }
    }

    /// Something that went wrong; no text of a renter.
    package struct Trouble: Hashable, Sendable, Codable {
        package var at: Timestamp
        package var words: String

        package init(at: Timestamp, words: String) {
            self.at = at
            self.words = words
        }
    }

    /// A call of the hub and what came of it.
    package struct Call: Hashable, Sendable, Codable {
        package var at: Timestamp
        /// Such as `changes`.
        package var name: String
        package var milliseconds: Int
        /// The status of HTTP; nil where there was no answer.
        package var status: Int?
        /// Whether it asked what had changed.
        package var asksForChanges: Bool
        /// Whether the hub was asked to wait for a change, so that its time says nothing.
        package var waits: Bool

        package init(
            at: Timestamp,
            name: String,
            milliseconds: Int,
            status: Int?,
            asksForChanges: Bool = false,
            waits: Bool = false
        ) {
            self.at = at
            self.name = name
            self.milliseconds = milliseconds
            self.status = status
            self.asksForChanges = asksForChanges
            self.waits = waits
        }
    }
}
