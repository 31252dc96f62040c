import Hub
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import ServiceLifecycle
import Wire

/// Listens, and runs the calls that connections bring.
///
/// `run` ends with the last connection: those that wait for a change are closed once they are
/// answered.
struct Listener: Service {
    let configuration: HubConfiguration
    let responder: HubResponder
    let certificate: CertificateSource?
    /// Told the address, such as `http://127.0.0.1:40123`.
    let listening: @Sendable (String) async -> Void

    func run() async throws {
        let (arriving, calls) = AsyncStream.makeStream(of: CallTask.self)
        let group = MultiThreadedEventLoopGroup.singleton
        let emptied = group.next().makePromise(of: Void.self)
        let channel: any Channel
        do {
            channel = try await bootstrap(group, calls, emptied)
                .bind(host: configuration.host, port: configuration.port).get()
        } catch {
            emptied.succeed()
            throw error
        }
        emptied.futureResult.whenComplete { _ in calls.finish() }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await listening(address(of: channel))
                await withDiscardingTaskGroup { tasks in
                    for await call in arriving { tasks.addTask { await call() } }
                }
            } onGracefulShutdown: {
                end(channel, .afterCalls)
            }
        } onCancel: {
            end(channel, .atOnce)
        }
        // A task that is cancelled takes no more calls before its connections are closed.
        try await emptied.futureResult.get()
    }

    private func end(_ channel: any Channel, _ ending: Reception.Ending) {
        channel.pipeline.fireUserInboundEventTriggered(ending)
    }

    private func address(of channel: any Channel) -> String {
        let scheme = certificate == nil ? "http" : "https"
        let host = configuration.host.contains(":") ? "[\(configuration.host)]" : configuration.host
        return "\(scheme)://\(host):\(channel.localAddress?.port ?? 0)"
    }

    private func bootstrap(
        _ group: MultiThreadedEventLoopGroup,
        _ calls: AsyncStream<CallTask>.Continuation,
        _ emptied: EventLoopPromise<Void>
    ) throws -> ServerBootstrap {
        let tls = try certificate.map { try NIOSSLContext(configuration: $0.configuration) }
        return ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: Self.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { [most = configuration.connections] channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        Reception(most: most, emptied: emptied)
                    )
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(handlers(tls, calls))
                }
            }
    }

    /// From the network to the calls.
    private func handlers(
        _ tls: NIOSSLContext?,
        _ calls: AsyncStream<CallTask>.Continuation
    ) -> [any ChannelHandler] {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = Self.headerBytes
        limits.maxHeaderListSize = Self.headerBytes
        limits.maxHeaderFieldCount = Self.headerFields
        let http: [any ChannelHandler] = [
            HTTPResponseEncoder(),
            ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: limits)),
            // Before what holds back further requests, so that it sees at once who hangs up.
            ConnectionGuard(
                patience: configuration.patience,
                bodyLimit: WireLimits.mutationsBody,
                metrics: responder.metrics,
                calls: responder.calls
            ),
            HTTPServerPipelineHandler(),
            HTTPServerProtocolErrorHandler(),
            CallHandler(responder: responder, calls: calls),
        ]
        return (tls.map { [NIOSSLServerHandler(context: $0)] } ?? []) + http
    }

    /// Connections that wait to be taken: a thousand terminals come back when a hub restarts.
    private static let backlog: Int32 = 2_048
    /// All header fields of a request together, bytes.
    private static let headerBytes = 16 * 1_024
    private static let headerFields = 100
}
