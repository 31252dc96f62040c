package import Model

/// A one-time code becomes a device.
package struct EnrollRequest: Codable, Hashable, Sendable {
    package var code: String
    /// What the operator's list shows of the terminal, such as its host name.
    package var deviceName: String

    package init(code: String, deviceName: String) {
        self.code = code
        self.deviceName = deviceName
    }
}

/// What an enrolled terminal keeps.
///
/// The token is told this once; the hub keeps its hash.
package struct EnrollResponse: Codable, Hashable, Sendable {
    package var device: DeviceID
    package var token: String
    package var agent: AgentID
    package var firstName: String
    package var lastName: String
    package var email: String

    package init(
        device: DeviceID,
        token: String,
        agent: AgentID,
        firstName: String,
        lastName: String,
        email: String
    ) {
        self.device = device
        self.token = token
        self.agent = agent
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
    }
}
