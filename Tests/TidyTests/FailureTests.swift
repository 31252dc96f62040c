import Foundation
import Testing

/// The failures that sync must survive, by their numbers in the design's list.
struct FailureTests {
    /// Numbers that need what a later capability brings, each with which.
    static let later: [ClosedRange<Int>: String] = [
        1...14: "several writers, transactions and clusters: the store over PostgreSQL",
        21...23: "several hubs over one database",
        42...43: "writes that wait in an outbox",
        47...48: "an outbox",
        51...59: "writes",
        65...65: "several agents at one terminal",
    ]

    @Test("every failure of the list is named by a test, or waits for what brings it")
    func named() {
        let texts = SourceTree.tests.map(\.text).joined()
        let pattern = /failures? (\d+(?:, \d+)*(?: and \d+)?)/
        var named: Set<Int> = []
        for match in texts.matches(of: pattern) {
            for number in match.1.split(whereSeparator: { !$0.isNumber }) {
                if let number = Int(number) { named.insert(number) }
            }
        }
        let missing = (1...68).filter { number in
            !named.contains(number) && !Self.later.keys.contains { $0.contains(number) }
        }
        #expect(missing == [], "no test names failures \(missing)")
    }
}
