import Foundation
package import Logging
import Model
package import Wire

/// The tours of an agent for calendar programs that subscribe to them: read only, in the agent's
/// scope at that moment, ended with the agent's assignment or by the operator.
package struct TourFeed: StoreAsking {
    private let store: any HubStore
    private let clock: HubClock
    let logger: Logger
    /// A feed's token is kept as a device's is.
    private let enrolment: Enrolment

    package init(store: any HubStore, clock: HubClock, logger: Logger) {
        self.store = store
        self.clock = clock
        self.logger = logger
        enrolment = Enrolment(store: store, clock: clock, logger: logger)
    }

    /// Makes a feed for the agent with that address; nil where there is no such agent.
    ///
    /// The token is told once; `foyer-hub revoke` ends it.
    package func make(email: String, name: String) async throws(HubTrouble) -> FeedToken? {
        guard let code = try await enrolment.invite(email: email) else { return nil }
        var chance = SystemRandomNumberGenerator()
        let token = FeedToken(using: &chance)
        let device = NewDevice(
            id: DeviceID(high: chance.next(), low: chance.next()),
            tokenHash: token.hash,
            name: name,
            enrolledAt: clock.now()
        )
        guard case .enrolled(let agent) = try await store.redeem(code, as: device) else {
            return nil
        }
        logger.info("feed made", metadata: ["device": "\(device.id)", "agent": "\(agent.id)"])
        return token
    }

    /// The feed that a token belongs to.
    package func device(token text: String) async throws(Problem) -> Device {
        guard let token = FeedToken(sent: text) else { throw .tokenUnknown }
        return try await enrolment.device(tokenHash: token.hash)
    }

    /// The tours of a feed's agent, and those that are nobody's yet; with `all`, everybody's.
    package func calendar(for device: Device, all: Bool) async throws(Problem) -> String {
        let now = clock.now()
        let tours = try await asking { () async throws(HubTrouble) -> [CalendarTour]? in
            guard let scope = try await store.scope(of: device.agent, now: now) else { return nil }
            return try await store.tours(
                FeedQuery(
                    scope: scope,
                    agent: all ? nil : device.agent,
                    from: now.advanced(by: .zero - Self.past),
                    to: now.advanced(by: Self.future),
                    limit: Self.mostTours
                )
            )
        }
        guard let tours else { throw .deviceRevoked }
        return TourCalendar(tours, name: "Foyer tours", now: now).text
    }

    /// How far back and ahead a feed reaches.
    private static let past = Duration.seconds(30 * 86_400)
    private static let future = Duration.seconds(366 * 86_400)
    /// Tours of one answer, the earliest of them; a region has about 3,000 in that time.
    private static let mostTours = 5_000
}
