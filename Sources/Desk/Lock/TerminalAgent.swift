/// An agent whose desk is on this terminal.
package struct TerminalAgent: Hashable, Sendable {
    /// The directory of their profile.
    package var profile: String
    package var name: String
    /// Whether theirs is the desk that is open here.
    package var isHere: Bool
    /// Whether another program has their desk open.
    package var isOpenElsewhere: Bool
    /// Whether a PIN opens their desk.
    package var hasPIN: Bool
    /// Writes of theirs that are not on the hub yet: how many, never what.
    package var waiting: Int

    package init(
        profile: String,
        name: String,
        isHere: Bool = false,
        isOpenElsewhere: Bool = false,
        hasPIN: Bool = false,
        waiting: Int = 0
    ) {
        self.profile = profile
        self.name = name
        self.isHere = isHere
        self.isOpenElsewhere = isOpenElsewhere
        self.hasPIN = hasPIN
        self.waiting = waiting
    }
}
