import Foundation
import Hub
import Model
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing
import Wire

@testable import HubServer

/// What a connection does beside carrying a call.
@Suite struct ConnectionTests {
    @Test("calls that are sent at once are answered in turn", .timeLimit(.minutes(10)))
    func pipelined() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            let cursor = try await hub.copy(token)
            let calls = [
                "GET \(WireProtocol.Path.changes)?wait=1&cursor=\(cursor)", "HEAD /healthz",
                "GET /nowhere", "GET http://hub.example/healthz",
            ]
            let requests = calls.map { call in
                """
                \(call) HTTP/1.1\r
                Host: hub\r
                \(WireProtocol.versionHeader): \(WireProtocol.version)\r
                Authorization: Bearer \(token)\r
                \(call == calls.last ? "Connection: close\r\n" : "")\r

                """
            }
            let answer = try await RawClient(port: hub.port).ask(requests.joined())
            let parts = answer.components(separatedBy: "HTTP/1.1 ").dropFirst()
            #expect(parts.map { $0.prefix(3) } == ["200", "405", "404", "200"])
            #expect(parts.dropFirst().first?.hasSuffix("\r\n\r\n") == true, "HEAD has no body")
            #expect(parts.last?.hasSuffix(#"{"status":"ok"}"#) == true)
            #expect(parts.last?.contains("Connection: close") == true)
        }
    }

    @Test("who is not let in is told so before a body is taken", .timeLimit(.minutes(10)))
    func strangersBody() async throws {
        try await LiveHub.with { hub in
            let head = """
                POST \(WireProtocol.Path.mutations) HTTP/1.1\r
                Host: hub\r
                \(WireProtocol.versionHeader): \(WireProtocol.version)\r
                Authorization: Bearer nonsense\r
                Content-Type: \(WireProtocol.jsonType)\r
                Content-Length: 1000000\r
                \r

                """
            let answer = try await RawClient(port: hub.port).ask(head) { $0.contains("}") }
            #expect(answer.hasPrefix("HTTP/1.1 401 "))
        }
    }

    @Test("what is no HTTP is answered, and ends the connection", .timeLimit(.minutes(10)))
    func nonsense() async throws {
        try await LiveHub.with { hub in
            let answer = try await RawClient(port: hub.port).ask("Is it still free?\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test("a hub that ends closes connections without a call at once", .timeLimit(.minutes(10)))
    func ending() async throws {
        try await LiveHub.with { hub in
            let request = "GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n"
            async let ended = RawClient(port: hub.port).ask(request)
            // Its call is counted once it is answered.
            while try await !hub.call(.GET, WireProtocol.Path.metrics).text.contains(
                #"foyer_answers_total{route="live",status="200"} 1"#
            ) { await Task.yield() }
            await hub.end()
            #expect(try await ended.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test("one more than may be connected is taken in when another leaves")
    func full() throws {
        let reads = Reads()
        let server = EmbeddedChannel()
        let emptied = server.eventLoop.makePromise(of: Void.self)
        try server.pipeline.syncOperations.addHandlers([
            reads, Reception(most: 1, emptied: emptied),
        ])
        let terminal = EmbeddedChannel(loop: server.embeddedEventLoop)
        server.read()
        try server.writeInbound(terminal as any Channel)
        #expect(reads.count == 1)
        server.read()
        #expect(reads.count == 1)
        terminal.close(promise: nil)
        server.embeddedEventLoop.run()
        #expect(reads.count == 2)
        server.pipeline.fireUserInboundEventTriggered(Reception.Ending.afterCalls)
        server.embeddedEventLoop.run()
        #expect(try emptied.futureResult.isCompleted())
    }

    @Test("a date is as HTTP has it, and a large answer goes out in parts")
    func parts() throws {
        let time = try #require(Timestamp("2026-01-04T08:09:07Z"))
        #expect(HTTPDate.text(time) == "Sun, 04 Jan 2026 08:09:07 GMT")
        var answer = AnswerParts([[], [UInt8](repeating: 1, count: 300_000), [], [2, 3]])
        var sizes: [Int] = []
        while let bytes = answer.next() { sizes.append(bytes.count) }
        #expect(sizes == [131_072, 131_072, 37_856, 2])
        #expect(answer.isWritten)
        #expect(AnswerParts([]).isWritten)
    }

    /// Counts who wants to read.
    private final class Reads: ChannelOutboundHandler {
        typealias OutboundIn = Never
        private(set) var count = 0

        func read(context: ChannelHandlerContext) {
            count += 1
            context.read()
        }
    }
}

extension LiveHub {
    /// Where it listens.
    fileprivate var port: Int { URL(string: url)?.port ?? 0 }
}

extension EventLoopFuture<Void> {
    /// Whether it is kept already, on an embedded loop.
    fileprivate func isCompleted() throws -> Bool {
        var isCompleted = false
        assumeIsolated().whenSuccess { isCompleted = true }
        return isCompleted
    }
}
