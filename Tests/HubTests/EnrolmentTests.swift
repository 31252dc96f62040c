import Hub
import Model
import Testing
import Wire

/// Codes become devices, and tokens become who calls.
@Suite struct EnrolmentTests {
    @Test("a code, in any case and with hyphens, makes a device whose token is known")
    func enroll() async throws {
        try await Office.with { office in
            let enrolment = office.enrolment
            let code = try #require(try await enrolment.invite(email: "AGENT1@homes.example"))
            let typed = code.text.prefix(4).lowercased() + " - " + code.text.dropFirst(4)
            let answer = try await enrolment.enroll(EnrollRequest(code: typed, deviceName: "desk"))
            let device = try await enrolment.device(token: answer.token)
            #expect(device.id == answer.device)
            #expect(device.agent == answer.agent)
            #expect(answer.email == "agent1@homes.example")
            #expect(try await office.store.devices().map(\.name) == ["desk"])
        }
    }

    @Test("who has no address here gets no code")
    func unknown() async throws {
        try await Office.with { office in
            let code = try await office.enrolment.invite(email: "nobody@homes.example")
            #expect(code == nil)
        }
    }

    @Test("a code that is wrong, used or late is one and the same answer")
    func refused() async throws {
        try await Office.with { office in
            let enrolment = office.enrolment
            let code = try #require(try await enrolment.invite(email: "agent1@homes.example"))
            func problem(_ text: String) async -> Problem? {
                do throws(Problem) {
                    _ = try await enrolment.enroll(EnrollRequest(code: text, deviceName: "desk"))
                    return nil
                } catch {
                    return error
                }
            }
            for text in ["", "AAAA", code.text + "A", "!!!!!!!!", "00000000"] {
                #expect(await problem(text) == .codeWrong, "\(text)")
            }
            #expect(await problem(code.text) == nil)
            #expect(await problem(code.text) == .codeWrong, "used")
            let late = try #require(try await enrolment.invite(email: "agent1@homes.example"))
            office.clock.advance(by: EnrolmentCode.lifetime)
            #expect(await problem(late.text) == .codeWrong, "late")
        }
    }

    @Test("a token that is unknown, no token, or of a revoked device opens nothing")
    func tokens() async throws {
        try await Office.with { office in
            let enrolment = office.enrolment
            let device = try await office.enroll(1)
            var chance = SystemRandomNumberGenerator()
            for token in ["", "x", DeviceToken(using: &chance).text] {
                await #expect(throws: Problem.tokenUnknown) {
                    try await enrolment.device(token: token)
                }
            }
            let code = try #require(try await enrolment.invite(email: "agent1@homes.example"))
            let answer = try await enrolment.enroll(
                EnrollRequest(code: code.text, deviceName: "second")
            )
            let now = office.clock.hubClock.now()
            #expect(try await office.store.revoke(answer.device, now: now))
            await #expect(throws: Problem.deviceRevoked) {
                try await enrolment.device(token: answer.token)
            }
            #expect(try await office.store.isEnrolled(device.id), "the other one stays")
        }
    }

    @Test("a device's calls are noted once an hour")
    func seen() async throws {
        try await Office.with { office in
            let code = try #require(
                try await office.enrolment.invite(email: "agent1@homes.example")
            )
            let token = try await office.enrolment.enroll(
                EnrollRequest(code: code.text, deviceName: "desk")
            ).token
            var seen: [Timestamp?] = []
            for _ in 0..<3 {
                _ = try await office.enrolment.device(token: token)
                seen.append(try await office.store.devices().first?.lastSeenAt)
                office.clock.advance(by: .seconds(1_900))
            }
            #expect(seen[0] != nil)
            #expect(seen[1] == seen[0])
            #expect(seen[2] != seen[0])
        }
    }
}

extension Office {
    var enrolment: Enrolment {
        Enrolment(store: store, clock: clock.hubClock, logger: .silent)
    }
}
