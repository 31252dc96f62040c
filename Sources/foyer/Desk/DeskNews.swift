import Desk

/// What reaches the drawing thread from beside it.
enum DeskNews: Sendable {
    case event(DeskEvent)
    /// The desk cannot go on: why, and what to do.
    case failed(String)
}
