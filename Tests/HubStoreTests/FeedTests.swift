import Foundation
import Hub
import Logging
import Model
import Testing
import Wire

/// An agent's tours for other calendar programs, on every store.
@Suite struct FeedTests {
    private let now = Timestamp(microseconds: 1_795_435_200_000_000)

    private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// A clock that stands still.
    private var still: HubClock {
        HubClock(now: { [now] in now }, elapsed: { .zero }, sleep: { _ in await Task.yield() })
    }

    private func feed(_ store: any HubStore) -> TourFeed {
        TourFeed(store: store, clock: still, logger: quiet)
    }

    private func tour(
        _ number: Int,
        property: Int,
        manager: Int? = 1,
        at offset: Int = 1,
        who: String = "Ann",
        status: String = "scheduled"
    ) -> TableRow {
        TableRow(
            .tours,
            [
                "id": .id(rowID(.tours, number)), "property_id": .id(rowID(.property, property)),
                "property_manager_id": .id(manager.map { rowID(.propertyManager, $0) }),
                "prospect_name": .text(who), "prospect_email": .text("secret@mail.example"),
                "prospect_phone": .text("5105550142"),
                "tour_datetime": .instant(now.advanced(by: .seconds(offset * 86_400))),
                "duration_minutes": .integer(45), "status": .text(status),
            ]
        )
    }

    private func read(
        _ store: any HubStore,
        _ token: String,
        all: Bool = false
    ) async throws
        -> String
    {
        let feed = feed(store)
        return try await feed.calendar(for: try await feed.device(token: token), all: all)
    }

    @Test(
        "a feed has the agent's tours and nobody's, in the agent's scope and its time",
        arguments: Backend.allCases
    )
    func scope(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(
                Desk.rows + [
                    tour(1, property: 1, who: "Mine"),
                    tour(2, property: 2, manager: nil, who: "Open"),
                    tour(3, property: 1, manager: 2, who: "Other's"),
                    tour(4, property: 3, who: "Beyond"), tour(5, property: 1, at: -31, who: "Old"),
                    tour(6, property: 1, at: 367, who: "Far"),
                    tour(7, property: 1, who: "Gone", status: "canceled"),
                ]
            )
            let token = try #require(
                try await feed(store).make(email: "agent.1@homes.example", name: "phone")
            )
            let text = try await read(store, token.text)
            for who in ["Mine", "Open", "Gone (cancelled)"] {
                #expect(text.contains("SUMMARY:Tour: \(who)"), "\(who)")
            }
            for who in ["Other", "Beyond", "Old", "Far", "secret", "5105550142"] {
                #expect(!text.contains(who), "\(who)")
            }
            #expect(text.contains("STATUS:CANCELLED"))
            #expect(text.contains("TZID:America/Los_Angeles"))
            let all = try await read(store, token.text, all: true)
            #expect(all.contains("Other's") && !all.contains("Beyond"))
        }
    }

    @Test(
        "a feed that is revoked, or whose agent has lost the properties, tells nothing",
        arguments: Backend.allCases
    )
    func ended(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows + [tour(1, property: 1, who: "Mine")])
            let token = try #require(
                try await feed(store).make(email: "agent.1@homes.example", name: "phone")
            )
            for number in 1...2 {
                try await store.apply([
                    .delete(
                        .propertyManagerAssignment,
                        rowID(.propertyManagerAssignment, number)
                    )
                ])
            }
            #expect(try await !read(store, token.text).contains("BEGIN:VEVENT"))
            let device = try #require(try await store.devices().first)
            #expect(device.kind == .calendar && device.name == "phone")
            #expect(try await store.revoke(device.id, now: now))
            await #expect(throws: Problem.deviceRevoked) { try await read(store, token.text) }
            #expect(try await feed(store).make(email: "nobody@homes.example", name: "x") == nil)
        }
    }

    @Test(
        "a calendar's token is no terminal's, and a terminal's reads no calendar",
        arguments: Backend.allCases
    )
    func apart(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows)
            let enrolment = Enrolment(store: store, clock: still, logger: quiet)
            let code = try #require(try await enrolment.invite(email: "agent.1@homes.example"))
            let terminal = try await enrolment.enroll(
                EnrollRequest(code: code.text, deviceName: "office")
            )
            let token = try #require(
                try await feed(store).make(email: "agent.1@homes.example", name: "phone")
            )
            await #expect(throws: Problem.tokenUnknown) {
                try await enrolment.device(token: token.text)
            }
            await #expect(throws: Problem.tokenUnknown) { try await read(store, terminal.token) }
            await #expect(throws: Problem.tokenUnknown) { try await read(store, "nonsense") }
            let kinds = try await store.devices().map(\.kind)
            #expect(Set(kinds) == [.calendar, .terminal])
        }
    }
}
