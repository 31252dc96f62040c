/// What came of a PIN that was typed.
package enum LockAnswer: Equatable, Sendable {
    case right
    /// So many tries are left before one must wait.
    case wrong(triesLeft: Int)
    /// Too many were wrong: none is taken for so many seconds.
    case wait(seconds: Int)
    /// It could not be read or kept, and why.
    case failed(String)
}
