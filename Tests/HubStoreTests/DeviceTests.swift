import Foundation
import Hub
import Model
import Testing

/// Codes, devices and who they belong to.
@Suite struct DeviceTests {
    private let now = Timestamp(microseconds: 1_795_435_200_000_000)

    @Test("a code makes one device, once, within its time", arguments: Backend.allCases)
    func redeem(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows)
            let code = try code("AAABBBBB")
            #expect(try await store.save(invitation(code), now: now))
            #expect(try await store.redeem(code, as: device(1, after: 600)) == .refused, "expired")
            let enrolled = try await store.redeem(code, as: device(2, after: 599))
            guard case .enrolled(let agent) = enrolled else {
                Issue.record("not enrolled")
                return
            }
            #expect(agent.id == agentID(1))
            #expect(try await store.redeem(code, as: device(3)) == .refused, "used")
            #expect(try await store.devices().map(\.id) == [device(2).id])
        }
    }

    @Test("the fifth wrong try ends a code", arguments: Backend.allCases)
    func guess(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows)
            let code = try code("AAABBBBB")
            #expect(try await store.save(invitation(code), now: now))
            for _ in 1...5 {
                let answer = try await store.redeem(try self.code("AAABBBBC"), as: device(1))
                #expect(answer == .refused)
            }
            #expect(try await store.redeem(code, as: device(2)) == .refused)
            #expect(try await store.devices().isEmpty)
        }
    }

    @Test("no two open codes have one handle", arguments: Backend.allCases)
    func handles(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows)
            #expect(try await store.save(invitation(try code("AAABBBBB")), now: now))
            let other = invitation(try code("AAACCCCC"))
            #expect(try await !store.save(other, now: now))
            #expect(try await store.save(other, now: now.advanced(by: .seconds(600))))
        }
    }

    @Test(
        "a revoked device stays listed, is found by its token and is not enrolled",
        arguments: Backend.allCases
    )
    func revoke(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows)
            let code = try code("AAABBBBB")
            #expect(try await store.save(invitation(code), now: now))
            let new = device(1)
            _ = try await store.redeem(code, as: new)
            #expect(try await store.isEnrolled(new.id))
            let head = try await store.head()
            #expect(try await store.revoke(new.id, now: now.advanced(by: .seconds(60))))
            #expect(try await store.head() != head, "who waits must notice")
            #expect(try await store.revoke(new.id, now: now.advanced(by: .seconds(90))))
            #expect(try await !store.revoke(device(2).id, now: now))
            #expect(try await !store.isEnrolled(new.id))
            let found = try #require(try await store.device(tokenHash: new.tokenHash))
            #expect(found.revokedAt == now.advanced(by: .seconds(60)), "the first time counts")
            #expect(try await store.device(tokenHash: device(2).tokenHash) == nil)
        }
    }

    @Test("a device that was heard of says when, and wakes nobody", arguments: Backend.allCases)
    func touch(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows)
            let code = try code("AAABBBBB")
            #expect(try await store.save(invitation(code), now: now))
            _ = try await store.redeem(code, as: device(1))
            let head = try await store.head()
            try await store.touch(device(1).id, now: now)
            #expect(try await store.devices().first?.lastSeenAt == now)
            #expect(try await store.head() == head)
        }
    }

    @Test("agents are found by address in any case, and by id", arguments: Backend.allCases)
    func agents(backend: Backend) async throws {
        try await backend.withStore { store in
            try await store.insert(Desk.rows)
            let found = try await store.agent(email: "AGENT.2@homes.EXAMPLE")
            #expect(found?.id == agentID(2))
            #expect(try await store.agent(agentID(2)) == found)
            #expect(try await store.agent(email: "nobody@homes.example") == nil)
            #expect(try await store.agent(agentID(9)) == nil)
        }
    }

    private func code(_ text: String) throws -> EnrolmentCode {
        try #require(EnrolmentCode(typed: text))
    }

    private func invitation(_ code: EnrolmentCode) -> Invitation {
        Invitation(
            handle: code.handle,
            codeHash: code.hash,
            agent: agentID(1),
            expires: now.advanced(by: EnrolmentCode.lifetime)
        )
    }

    private func device(_ number: UInt64, after seconds: Int = 0) -> NewDevice {
        NewDevice(
            id: DeviceID(high: 1, low: number),
            tokenHash: Data(repeating: UInt8(number), count: 32),
            name: "desk \(number)",
            enrolledAt: now.advanced(by: .seconds(seconds))
        )
    }
}
