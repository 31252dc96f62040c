import Foundation
import Hub
import HubServer
import Model
import NIOCore
import NIOPosix
import Testing
import Wire

/// Calls that wait, and connections that do not end as they should.
@Suite struct WaitTests {
    @Test("a call that waits is answered with the change", .timeLimit(.minutes(10)))
    func change() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            let cursor = try await hub.copy(token)
            async let waiting = hub.changes(token, cursor, wait: 25)
            try await hub.untilListeners(1)
            try await hub.say(1, "Is it still free?")
            let answer = try await waiting
            #expect(answer.text.contains("Is it still free?"))
            #expect(try !answer.checkpoint.more)
        }
    }

    @Test("failure 49: two terminals with one token each miss nothing", .timeLimit(.minutes(10)))
    func sharedToken() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            let early = try await hub.copy(token)
            try await hub.say(1, "Is it still free?")
            let late = try await hub.copy(token)
            try await hub.say(2, "And the loft?")
            let first = try await hub.changes(token, early).text
            let second = try await hub.changes(token, late).text
            #expect(first.contains("still free") && first.contains("the loft"))
            #expect(!second.contains("still free") && second.contains("the loft"))
        }
    }

    @Test("failure 31: a device revoked in mid-wait is told so at once", .timeLimit(.minutes(10)))
    func revoked() async throws {
        try await LiveHub.with { hub in
            let enrolled = try await hub.enroll()
            let cursor = try await hub.copy(enrolled.token)
            async let waiting = hub.changes(enrolled.token, cursor, wait: 25)
            try await hub.untilListeners(1)
            #expect(try await hub.store.revoke(enrolled.device, now: Timestamp(Date())))
            let answer = try await waiting
            #expect(answer.status == 401)
            #expect(try answer.problem == .deviceRevoked)
        }
    }

    @Test("a client that goes away while it waits leaves nothing behind", .timeLimit(.minutes(10)))
    func left() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            let cursor = try await hub.copy(token)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<5 {
                    group.addTask { _ = try? await hub.changes(token, cursor, wait: 25) }
                }
                try await hub.untilListeners(5)
                group.cancelAll()
            }
            try await hub.untilListeners(0)
        }
    }

    @Test("a hub that ends answers who waits, and takes nobody in", .timeLimit(.minutes(10)))
    func ending() async throws {
        try await LiveHub.with { hub in
            let token = try await hub.enroll().token
            let cursor = try await hub.copy(token)
            async let waiting = hub.changes(token, cursor, wait: 25)
            try await hub.untilListeners(1)
            let begin = ContinuousClock.now
            await hub.end()
            let answer = try await waiting
            #expect(answer.status == 200)
            #expect(try !answer.checkpoint.more)
            // The wait asked for is 25 seconds.
            #expect(ContinuousClock.now - begin < .seconds(20))
        }
    }

    @Test("a connection that says nothing is hung up on", .timeLimit(.minutes(10)))
    func silent() async throws {
        var patience = Patience()
        patience.header = .milliseconds(50)
        try await LiveHub.with(patience: patience) { hub in
            let port = try #require(URL(string: hub.url)?.port)
            let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(host: "127.0.0.1", port: port).get()
            try await channel.closeFuture.get()
        }
    }

    @Test("a header or a body that comes drop by drop is hung up on", .timeLimit(.minutes(10)))
    func slow() async throws {
        var patience = Patience()
        patience.header = .milliseconds(200)
        patience.bodySpan = .milliseconds(50)
        try await LiveHub.with(patience: patience) { hub in
            let port = try #require(URL(string: hub.url)?.port)
            let head = "POST /v1/enroll HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n"
            for text in [head, head + "\r\n{"] {
                let channel = try await ClientBootstrap(
                    group: .singletonMultiThreadedEventLoopGroup
                )
                .connect(host: "127.0.0.1", port: port).get()
                // On a busy machine the hub's patience ends before this is written.
                try? await channel.writeAndFlush(ByteBuffer(string: text))
                try await channel.closeFuture.get()
            }
        }
    }
}
