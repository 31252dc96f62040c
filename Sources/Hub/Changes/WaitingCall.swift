import Wire

/// A call that waits for a change: all that is kept of it meanwhile.
///
/// A suspended task with its frames takes some 10 kB, and thousands of calls wait at a time; this
/// takes less than one.
package struct WaitingCall: Sendable {
    let device: Device
    let cursor: CursorPayload
    /// What it is told where its wait ends with the hub.
    let lines: LineWriter
    /// The head of the store that it saw, which is not older than its rows.
    package let seen: String
    /// Until when it waits, in time that `elapsed`.
    package let deadline: Duration
}
