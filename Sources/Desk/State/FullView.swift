/// A view that takes the whole screen between the header and the foot.
package enum FullView: CaseIterable, Hashable, Sendable {
    case email
    case insights
    case report
    case shift
    case status

    /// What its frame says.
    var title: String {
        switch self {
        case .email: "5 Email"
        case .insights: "6 Insights"
        case .report: "Day report"
        case .shift: "0 Start of shift"
        case .status: "8 This terminal"
        }
    }

    /// Where its keys are pressed.
    var place: Place {
        switch self {
        case .email: .email
        case .insights: .insights
        case .report: .report
        case .shift: .shift
        case .status: .status
        }
    }
}
