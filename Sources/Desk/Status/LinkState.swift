/// How the connection to a hub stands.
package enum LinkState: String, Hashable, Sendable, Codable {
    case notBegun = "not begun yet"
    case connecting
    case copying = "first copy under way"
    case live
    case catchingUp = "catching up"
    case refetching = "fetching everything anew"
    case offline
    case refused
}
