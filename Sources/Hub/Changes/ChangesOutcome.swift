/// What came of asking for changes.
package enum ChangesOutcome: Sendable {
    case body(ChangesBody)
    /// There is nothing to tell yet.
    case waits(WaitingCall)
}
