package import Model

/// What an agent can set.
package struct DeskOptions: Equatable, Sendable {
    /// Minutes of open hours after which a waiting lead is marked as late.
    package var amberMinutes: Int
    /// Minutes of open hours after which a waiting lead is marked as very late.
    package var redMinutes: Int
    /// Draws borders and marks in ASCII, for terminals without UTF-8.
    package var isASCII: Bool
    /// Says the desk in sentences, for somebody who hears it: its size is not the terminal's then.
    package var isLinear: Bool
    /// The zone of the terminal's own clock: where a property's is another, times say so.
    package var zone: Zone?

    /// Rings the bell when somebody new waits.
    package var rings = true
    /// Marks the row of somebody new until a key is pressed or the minute turns.
    package var flashes = true
    /// Shows a notification where the terminal's window has not the focus.
    package var notifies = true

    package init(
        amberMinutes: Int = 5,
        redMinutes: Int = 15,
        isASCII: Bool = false,
        isLinear: Bool = false,
        zone: Zone? = nil
    ) {
        self.amberMinutes = amberMinutes
        self.redMinutes = redMinutes
        self.isASCII = isASCII
        self.isLinear = isLinear
        self.zone = zone
    }
}
