/// How far what the screen shows can be trusted to be what is: the header tells it at every moment.
package enum Freshness: Hashable, Sendable {
    /// Nothing is here yet; the first copy is on its way.
    case firstSync(SyncProgress)
    /// Every change arrives as it happens.
    case live
    /// Connected, and behind.
    case catchingUp
    /// A new copy of everything is on its way; what is shown stays until it is whole.
    case refetching(SyncProgress)
    /// No hub in reach since then; the terminal tries again by itself.
    case offline(since: Timestamp, reason: OfflineReason)
    /// The hub refuses this terminal, and trying again does not help.
    case refused(RefusalReason)
}

/// How much of a copy is here.
package struct SyncProgress: Hashable, Sendable {
    package var rows: Int
    /// As the hub estimates it; nil where it does not say.
    package var total: Int?

    package init(rows: Int, total: Int?) {
        self.rows = rows
        self.total = total
    }
}

/// Why the hub is not in reach.
package enum OfflineReason: Hashable, Sendable {
    /// Not tried yet since the program began.
    case notConnectedYet
    /// No answer: no network, no hub, or it took too long.
    case unreachable
    /// Nobody vouches for what answered: its certificate is unknown here, or not valid now.
    case untrusted
    /// Something answered that is not a hub, such as a captive portal's page.
    case notAHub
    /// The hub answered, and asks for time.
    case busy
    /// The hub answered with an error of its own.
    case hubFault
    /// The disk of this terminal is full or fails.
    case localStorage
}

/// Why the hub refuses this terminal.
package enum RefusalReason: Hashable, Sendable {
    /// The device was revoked or the agent disabled: the replica has been erased.
    case revoked
    /// The hub does not know this terminal, or no longer: it must be enrolled again.
    case unknownDevice
    /// The programs' protocol versions do not meet.
    case upgradeNeeded
}
