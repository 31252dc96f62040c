import Desk
import Model

extension Freshness {
    /// How the connection stands, and why where it does not.
    var link: (state: LinkState, reason: String?) {
        switch self {
        case .firstSync: (.copying, nil)
        case .live: (.live, nil)
        case .catchingUp: (.catchingUp, nil)
        case .refetching: (.refetching, nil)
        case .offline(_, .notConnectedYet): (.connecting, nil)
        case .offline(_, let reason): (.offline, reason.plainWords)
        case .refused(let reason): (.refused, reason.sentence)
        }
    }
}

extension OfflineReason {
    /// Why, without what to do.
    fileprivate var plainWords: String {
        switch self {
        case .notConnectedYet: "not asked yet"
        case .unreachable: "the hub does not answer"
        case .untrusted: "the hub’s certificate is not to be trusted"
        case .notAHub: "what answers is no hub"
        case .busy: "the hub is busy"
        case .hubFault: "the hub has a fault"
        case .localStorage: "this terminal’s disk is full or fails"
        }
    }
}
