import Foundation
import Testing

/// The failures that sync must survive, by their numbers in the design's list.
struct FailureTests {
    /// Numbers that need what a later capability brings, each with which.
    static let later: [ClosedRange<Int>: String] = [
        65...65: "several agents at one terminal"
    ]

    /// The numbers after the word: `s 60, 61 and 64 to 66: …`.
    private static func numbers(_ text: String) -> Set<Int> {
        var words = text.prefix(60).split { " ,:".contains($0) }.map(String.init)
        if words.first == "s" { words.removeFirst() }
        var numbers: Set<Int> = []
        var last: Int?
        var isRange = false
        for word in words {
            if let number = Int(word) {
                numbers.formUnion(isRange ? (last ?? number)...number : number...number)
                last = number
                isRange = false
            } else if word == "to" {
                isRange = true
            } else if word != "and" {
                break
            }
        }
        return numbers
    }

    @Test("every failure of the list is named by a test, or waits for what brings it")
    func named() {
        let texts = SourceTree.tests.map(\.text).joined()
        var named: Set<Int> = []
        for piece in texts.components(separatedBy: "failure").dropFirst() {
            named.formUnion(Self.numbers(piece))
        }
        let missing = (1...68).filter { number in
            !named.contains(number) && !Self.later.keys.contains { $0.contains(number) }
        }
        #expect(missing == [], "no test names failures \(missing)")
    }
}
