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

    package init(
        amberMinutes: Int = 5,
        redMinutes: Int = 15,
        isASCII: Bool = false,
        isLinear: Bool = false
    ) {
        self.amberMinutes = amberMinutes
        self.redMinutes = redMinutes
        self.isASCII = isASCII
        self.isLinear = isLinear
    }
}
