import Foundation
import Hub
import HubServer
import Model
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing
import Wire

/// Clients that ask and do not read, and what is written down of clients.
@Suite struct SlowReaderTests {
    @Test("who takes nothing of an answer is hung up on", .timeLimit(.minutes(10)))
    func stalled() async throws {
        var patience = Patience()
        patience.stalledReader = .milliseconds(200)
        try await LiveHub.with(patience: patience) { hub in
            let token = try await hub.enroll().token
            let text = String(repeating: "x", count: 1_000_000)
            for number in 1...16 { try await hub.say(UInt64(number), text) }
            let port = try #require(URL(string: hub.url)?.port)
            let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .channelOption(.autoRead, value: false)
                .connect(host: "127.0.0.1", port: port).get()
            // Ten times all of it: more than the sockets of both sides take in.
            let request = """
                GET \(WireProtocol.Path.changes) HTTP/1.1\r
                Host: hub\r
                \(WireProtocol.versionHeader): \(WireProtocol.version)\r
                Authorization: Bearer \(token)\r
                \r

                """
            let requests = String(repeating: request, count: 10)
            try await channel.writeAndFlush(ByteBuffer(string: requests))
            // What came is taken only when the hub has given up: that it has, its metrics say.
            var open = true
            while open {
                let page = try await hub.call(.GET, WireProtocol.Path.metrics).text
                open = !page.contains("foyer_stalled_readers_total 1")
                await Task.yield()
            }
            try await channel.close()
        }
    }

    @Test("the log holds nothing of renters, agents, codes and tokens", .timeLimit(.minutes(10)))
    func log() async throws {
        let lines = Lines()
        try await LiveHub.with(logger: lines.logger) { hub in
            let enrolled = try await hub.enroll()
            let cursor = try await hub.copy(enrolled.token)
            try await hub.say(1, "CANARY of a renter")
            _ = try await hub.changes(enrolled.token, cursor)
            _ = try await hub.changes("CANARY-token", "CANARY-cursor")
            _ = try await hub.changes(enrolled.token, "CANARY-cursor")
            let wrong = WireJSON.encode(EnrollRequest(code: "CANARY23", deviceName: "CANARY"))
            _ = try await hub.call(.POST, WireProtocol.Path.enroll, body: wrong)
            _ = try await hub.call(.GET, "/CANARY?CANARY=1", headers: ["X-Name": "CANARY"])
            let text = lines.text
            #expect(text.contains("device enrolled"), "the log is written at all")
            #expect(text.contains(enrolled.device.text))
            for secret in ["CANARY", enrolled.token, "agent1@homes.example", cursor, "sk-canary"] {
                #expect(!text.contains(secret), "\(secret.prefix(8))")
            }
        }
    }
}
