import Foundation
import Model

extension Timestamp {
    /// What this machine's calendar says now.
    static var current: Timestamp { Timestamp(Date()) }
}
