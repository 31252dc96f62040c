import NIOCore
import NIOEmbedded
import Testing

@testable import HubServer

/// Calls, and the connections that they come by.
@Suite struct OpenCallsTests {
    @Test("a call whose client hangs up ends")
    func hungUp() async throws {
        let (calls, channel) = try await connection()
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        async let answer = calls.run(on: channel) {
            begin.finish()
            return await Self.untilCancelled()
        }
        for await _ in begun {}
        calls.end(on: channel)
        #expect(try await answer == "cancelled")
        #expect(calls.count == 0)
    }

    @Test("a call of a connection that is closed already does not wait")
    func closed() async throws {
        let (calls, channel) = try await connection()
        try await channel.close()
        let answer = try await calls.run(on: channel) { await Self.untilCancelled() }
        #expect(answer == "cancelled")
    }

    @Test("a caller that is cancelled ends its call")
    func cancelled() async throws {
        let (calls, channel) = try await connection()
        let caller = Task {
            try await calls.run(on: channel) { await Self.untilCancelled() }
        }
        caller.cancel()
        #expect(try await caller.value == "cancelled")
    }

    @Test("a connection keeps nothing of the calls that it brought")
    func nothingStays() async throws {
        let (calls, channel) = try await connection()
        weak var last: Answer?
        for number in 0..<100 {
            let answer = Answer(number: number)
            last = answer
            #expect(try await calls.run(on: channel) { answer.number } == number)
        }
        #expect(last == nil)
        #expect(calls.count == 0)
        #expect(channel.isActive)
    }

    private final class Answer: Sendable {
        let number: Int
        init(number: Int) { self.number = number }
    }

    private func connection() async throws -> (OpenCalls, NIOAsyncTestingChannel) {
        let channel = NIOAsyncTestingChannel()
        try await channel.connect(to: .init(unixDomainSocketPath: "/terminal"))
        return (OpenCalls(), channel)
    }

    private static func untilCancelled() async -> String {
        let (nothing, end) = AsyncStream.makeStream(of: Void.self)
        defer { end.finish() }
        for await _ in nothing {}
        return Task.isCancelled ? "cancelled" : "ended"
    }
}
