import Foundation
package import Logging
import Model
package import Wire

/// Turns codes into devices, and tokens into who calls.
package struct Enrolment: StoreAsking {
    private let store: any HubStore
    private let clock: HubClock
    let logger: Logger
    /// Whom tokens belong to: after each change a thousand terminals come back at once.
    private let callers: Standings<Data, Device>

    package init(store: any HubStore, clock: HubClock, logger: Logger) {
        self.store = store
        self.clock = clock
        self.logger = logger
        callers = Standings { hashes async throws(HubTrouble) in
            try await store.devices(tokenHashes: hashes)
        }
    }

    /// Makes a code for the agent with that address.
    ///
    /// The code is good for 10 minutes, once. Nil where there is no such agent.
    package func invite(email: String) async throws(HubTrouble) -> EnrolmentCode? {
        guard let agent = try await store.agent(email: email) else { return nil }
        var chance = SystemRandomNumberGenerator()
        for _ in 0..<Self.handleTries {
            let code = EnrolmentCode(using: &chance)
            let invitation = Invitation(
                handle: code.handle,
                codeHash: code.hash,
                agent: agent.id,
                expires: clock.now().advanced(by: EnrolmentCode.lifetime)
            )
            if try await store.save(invitation, now: clock.now()) { return code }
        }
        throw .unavailable("too many open invitations; wait ten minutes")
    }

    /// Makes the caller a device of the agent whom the code was made for.
    package func enroll(_ request: EnrollRequest) async throws(Problem) -> EnrollResponse {
        guard let code = EnrolmentCode(typed: request.code) else { throw .codeWrong }
        guard request.deviceName.utf8.count <= Self.longestName else {
            throw .badRequest("deviceName is longer than \(Self.longestName) bytes")
        }
        var chance = SystemRandomNumberGenerator()
        let token = DeviceToken(using: &chance)
        let device = NewDevice(
            id: DeviceID(high: chance.next(), low: chance.next()),
            tokenHash: token.hash,
            name: request.deviceName,
            enrolledAt: clock.now()
        )
        switch try await asking({ () async throws(HubTrouble) in
            try await store.redeem(code, as: device)
        }) {
        case .refused: throw .codeWrong
        case .enrolled(let agent):
            logger.info(
                "device enrolled",
                metadata: ["device": "\(device.id)", "agent": "\(agent.id)"]
            )
            return EnrollResponse(
                device: device.id,
                token: token.text,
                agent: agent.id,
                firstName: agent.firstName,
                lastName: agent.lastName,
                email: agent.email
            )
        }
    }

    /// The device that a token belongs to.
    package func device(token text: String) async throws(Problem) -> Device {
        guard let token = DeviceToken(sent: text) else { throw .tokenUnknown }
        return try await device(tokenHash: token.hash)
    }

    /// The device that is kept under that hash, where it is not revoked; it is noted that it was
    /// heard of.
    func device(tokenHash hash: Data) async throws(Problem) -> Device {
        let found = try await asking { () async throws(HubTrouble) in
            try await callers.answer(for: hash)
        }
        guard let device = found else { throw .tokenUnknown }
        guard device.revokedAt == nil else { throw .deviceRevoked }
        let now = clock.now()
        if device.lastSeenAt.map({ now.since($0) >= .seconds(3_600) }) ?? true {
            try await asking { () async throws(HubTrouble) in
                try await store.touch(device.id, now: now)
            }
        }
        return device
    }

    /// How often a handle may already be taken, of 27,000.
    private static let handleTries = 20
    /// A device's name, bytes.
    private static let longestName = 255
}
