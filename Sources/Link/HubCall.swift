package import Model

/// One call of a hub, for whoever looks after a terminal: no address, no text, no token.
package struct HubCall: Hashable, Sendable {
    /// The last part of its path, such as `changes`.
    package var name: String
    /// From when it was sent to when the whole answer was here, or none was to be had.
    package var time: Duration
    /// The status of HTTP; nil where there was no answer.
    package var status: Int?
    /// Whether it asked what had changed.
    package var asksForChanges: Bool
    /// Whether the hub was asked to wait for a change.
    package var waits: Bool
    /// Seconds that this machine's clock is ahead of the hub's, to the second; nil where the hub
    /// did not say its time.
    package var clockAhead: Int?

    /// How far a clock is ahead of the time that a header of HTTP says (RFC 9110, 5.6.7):
    /// `Sun, 06 Nov 1994 08:49:37 GMT`; nil where that is no such time.
    package static func clockAhead(at now: Timestamp, of header: String) -> Int? {
        let parts = header.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", parts[1].count == 2, parts[3].count == 4,
            let month = months.firstIndex(of: String(parts[2]))
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        guard let time = Timestamp("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z") else {
            return nil
        }
        // Whole seconds of both: the header leaves out what is less.
        return Int((now.microseconds / 1_000_000) - (time.microseconds / 1_000_000))
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
