/// The version of what is spoken here and the names it goes by.
package enum WireProtocol {
    /// Raised only when an older partner could not understand.
    package static let version = 1
    /// Both sides say their version in this header of every message.
    package static let versionHeader = "Foyer-Protocol"
    /// The only content type of a body of changes; a captive portal's page has another.
    package static let changesType = "application/x-ndjson"
    /// Every other body that is not a problem.
    package static let jsonType = "application/json"
    /// RFC 9457.
    package static let problemType = "application/problem+json"

    /// The calls of a hub.
    package enum Path {
        package static let enroll = "/v1/enroll"
        package static let changes = "/v1/changes"
        package static let digest = "/v1/digest"
        package static let mutations = "/v1/mutations"
        package static let tours = "/v1/tours.ics"
        package static let live = "/healthz"
        package static let ready = "/readyz"
        package static let metrics = "/metrics"
    }
}
