import Foundation
import Link
import Model
import Wire

/// What an enrolled terminal keeps of itself: whose it is and where its hub is.
struct Profile: Codable, Sendable, Equatable {
    var hub: String
    /// A PEM file of certificate authorities to trust instead of the system's.
    var authorities: String?
    var device: DeviceID
    /// The device's secret; it goes nowhere but into the requests to its hub.
    var token: String
    var agent: AgentID
    var firstName: String
    var lastName: String
    var email: String

    init(_ response: EnrollResponse, hub: HubAddress, authorities: String?) {
        self.hub = hub.url.absoluteString
        self.authorities = authorities
        device = response.device
        token = response.token
        agent = response.agent
        firstName = response.firstName
        lastName = response.lastName
        email = response.email
    }

    /// A client that speaks for this device.
    func client(
        heard: @escaping @Sendable (HubCall) -> Void = { _ in }
    ) throws -> HubClient {
        HubClient(
            address: try HubAddress(hub),
            token: token,
            authorities: authorities.map { URL(filePath: $0) },
            heard: heard
        )
    }
}
