/// A part of the desk that can have the focus.
package enum Pane: Int, CaseIterable, Hashable, Sendable {
    case leads = 1
    case conversation
    case questions
    case tours

    /// What its frame says.
    var title: String {
        switch self {
        case .leads: "Leads"
        case .conversation: "Conversation"
        case .questions: "Questions"
        case .tours: "Tours"
        }
    }

    /// The pane so many places on, around the end.
    func advanced(by count: Int) -> Pane {
        let panes = Pane.allCases
        let index = (rawValue - 1 + count) % panes.count
        return panes[(index + panes.count) % panes.count]
    }
}
