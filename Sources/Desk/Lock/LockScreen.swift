/// What covers the desk while it is locked, or while a PIN is chosen.
///
/// Forms and lists stay as they are below it: who unlocks goes on where they were.
struct LockScreen: Equatable, Sendable {
    enum Purpose: Equatable, Sendable {
        case unlocking
        /// A new PIN is typed; the second time it must be the same.
        case choosing(first: String?)
        /// Another agent is to have the desk.
        case choosingAgent(AgentList)
    }

    var purpose: Purpose
    /// What is typed so far; never drawn.
    private(set) var typed = ""
    /// Whether what was typed is being looked at: it takes a tenth of a second, on purpose.
    var isChecking = false
    /// What came of the last try, for the agent.
    var words: String?

    init(_ purpose: Purpose) {
        self.purpose = purpose
    }

    /// Digits alone, so that no keyboard layout stands in the way.
    mutating func type(_ character: Character) {
        guard !isChecking, character.isASCII, character.isNumber, typed.count < PINRule.longest
        else { return }
        if case .choosingAgent = purpose { return }
        words = nil
        typed.append(character)
    }

    mutating func eraseLeft() {
        if !isChecking { typed = String(typed.dropLast()) }
    }

    mutating func eraseAll() {
        if !isChecking { typed = "" }
    }

    /// What was typed, which is forgotten here.
    mutating func take() -> String {
        defer { typed = "" }
        return typed
    }
}

/// How long a PIN is.
package enum PINRule {
    /// With five tries and then a pause that doubles, ten thousand take years.
    package static let shortest = 4
    package static let longest = 12
}
