import NIOCore
import NIOPosix

/// A connection on which a test writes bytes as it likes, and reads what comes.
struct RawClient {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Connects to a hub.
    init(port: Int) async throws {
        channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                }
            }
    }

    /// Writes, and returns what came until the test is content or the hub hung up.
    func ask(
        _ text: String,
        until isEnough: (String) -> Bool = { _ in false }
    ) async throws
        -> String
    {
        try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: text))
            var answer = ""
            for try await bytes in inbound {
                answer += String(buffer: bytes)
                if isEnough(answer) { break }
            }
            return answer
        }
    }
}
