/// What an agent can set.
package struct DeskOptions: Equatable, Sendable {
    /// Minutes of open hours after which a waiting lead is marked as late.
    package var amberMinutes: Int
    /// Minutes of open hours after which a waiting lead is marked as very late.
    package var redMinutes: Int
    /// Draws borders and marks in ASCII, for terminals without UTF-8.
    package var isASCII: Bool

    package init(amberMinutes: Int = 5, redMinutes: Int = 15, isASCII: Bool = false) {
        self.amberMinutes = amberMinutes
        self.redMinutes = redMinutes
        self.isASCII = isASCII
    }
}
