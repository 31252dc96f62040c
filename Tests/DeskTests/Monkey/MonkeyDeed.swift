import Model
import Screen

@testable import Desk

/// One thing that happens to a desk on which a monkey plays.
enum MonkeyDeed: Equatable {
    case input(InputEvent)
    /// The oldest page that was asked for arrives, or cannot be read.
    case answer(isRead: Bool)
    /// Rows of the office change.
    case traffic
    /// No key has come for a moment.
    case rested
    case minute
    case freshness(Freshness)
    /// What was written is kept, or refused.
    case verdict(isKept: Bool)
    /// The desk is killed and opened again with what was kept.
    case reopened
}
