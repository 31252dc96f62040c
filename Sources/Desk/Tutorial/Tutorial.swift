/// A first tour of the desk: a few keys, one a step, each waited for until it has been pressed.
///
/// It stands below the desk, takes no key but the Esc that would lead nowhere, and can be left at
/// any time.
struct Tutorial: Equatable, Sendable {
    private(set) var step = Step.look

    /// What is done, in this order.
    enum Step: Int, CaseIterable, Sendable {
        case look, open
        case questions, answer, send
        case book, time
        case help
        case end

        /// What a step is about: whoever does a later one of the same has no need of this one.
        fileprivate var topic: Int {
            switch self {
            case .look, .open: 0
            case .questions, .answer, .send: 1
            case .book, .time: 2
            case .help: 3
            case .end: 4
            }
        }
    }

    /// Goes on where what was waited for has happened, or what comes after it of the same topic.
    mutating func notice(_ done: Step) {
        guard done.topic == step.topic, done.rawValue >= step.rawValue else { return }
        step = Step(rawValue: done.rawValue + 1) ?? .end
    }

    /// `2 of 8`; nothing at the end.
    var place: String {
        step == .end ? "" : "\(step.rawValue + 1) of \(Step.allCases.count - 1)"
    }

    /// Lines that its sentences take at most where the screen has so many columns.
    static func linesOfText(_ width: Int) -> Int { width >= 100 ? 2 : width >= 78 ? 3 : 4 }

    /// Lines below the desk: a rule, what to do, and how.
    static func linesBelow(_ width: Int) -> Int { linesOfText(width) + 2 }

    /// Lines of a terminal that has room for it beside the desk.
    static func smallestTerminal(_ width: Int) -> Int {
        DeskLayout.smallestHeight + linesBelow(width)
    }
}
