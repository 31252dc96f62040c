/// What happens next in a world that goes on.
package struct LiveStep: Sendable {
    /// How long after the step before; never negative.
    package let after: Duration
    /// What changes then, in the order in which it must be applied, at once.
    package let changes: [LiveChange]
}

/// How lively a world is.
package struct LivePace: Sendable, Hashable {
    /// Visitors that arrive in an hour at noon, over all properties.
    package var arrivalsPerHour: Double
    /// Whether properties change hands.
    package var handsOver: Bool
    /// Whether a chatbot is deleted, with all its conversations, and made anew.
    package var recreatesChatbots: Bool

    /// How lively; without arguments as the demo is.
    package init(
        arrivalsPerHour: Double = 68,
        handsOver: Bool = true,
        recreatesChatbots: Bool = false
    ) {
        precondition(arrivalsPerHour > 0, "somebody arrives at some time")
        self.arrivalsPerHour = arrivalsPerHour
        self.handsOver = handsOver
        self.recreatesChatbots = recreatesChatbots
    }

    /// As lively as a screen can be while a person can still read it: something every few seconds.
    package static let demo = LivePace()
}
