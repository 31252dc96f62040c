import Hub
import NIOCore
import NIOHTTP1

/// Hangs up on connections that are slow, silent or half closed.
///
/// It sits between the HTTP parts and the calls. A client that closes its side is taken as gone,
/// so that a call that waits for a change ends with it.
final class ConnectionGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let patience: Patience
    private let bodyLimit: Int
    private let metrics: HubMetrics
    private let calls: OpenCalls
    /// Runs while a request is awaited or its body comes.
    private var requestTimer: Scheduled<Void>?
    /// Runs while nothing more can be written.
    private var writeTimer: Scheduled<Void>?
    private var bodyBytes = 0
    private var bytesInSpan = 0
    private var closesAfterAnswer = false

    init(patience: Patience, bodyLimit: Int, metrics: HubMetrics, calls: OpenCalls) {
        self.patience = patience
        self.bodyLimit = bodyLimit
        self.metrics = metrics
        self.calls = calls
    }

    func handlerAdded(context: ChannelHandlerContext) {
        awaitRequest(context, within: patience.header)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stopTimers()
    }

    func channelInactive(context: ChannelHandlerContext) {
        stopTimers()
        calls.end(on: context.channel)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            bodyBytes = 0
            bytesInSpan = 0
            awaitBody(context)
        case .body(let buffer):
            bodyBytes += buffer.readableBytes
            bytesInSpan += buffer.readableBytes
            // What is beyond the limit was answered already; nobody needs to read on for ever.
            guard bodyBytes <= 2 * bodyLimit else { return context.close(promise: nil) }
        case .end:
            requestTimer?.cancel()
            requestTimer = nil
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if !head.isKeepAlive { closesAfterAnswer = true }
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            awaitRequest(context, within: patience.idle)
            guard closesAfterAnswer else { return context.write(data, promise: promise) }
            let written = promise ?? context.eventLoop.makePromise()
            let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
            written.futureResult.whenComplete { _ in loopBound.value.close(promise: nil) }
            context.write(data, promise: written)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        writeTimer?.cancel()
        writeTimer =
            context.channel.isWritable
            ? nil
            : close(context, after: patience.stalledReader) { [metrics] in metrics.readerStalled() }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}

// Timers.
extension ConnectionGuard {
    private func awaitRequest(_ context: ChannelHandlerContext, within time: Duration) {
        requestTimer?.cancel()
        requestTimer = close(context, after: time)
    }

    /// Looks after each span whether enough of the body has come.
    private func awaitBody(_ context: ChannelHandlerContext) {
        requestTimer?.cancel()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        requestTimer = context.eventLoop.scheduleTask(in: TimeAmount(patience.bodySpan)) {
            let (connection, context) = bound.value
            guard connection.bytesInSpan >= connection.patience.bodyBytesInSpan else {
                return context.close(promise: nil)
            }
            connection.bytesInSpan = 0
            connection.awaitBody(context)
        }
    }

    private func close(
        _ context: ChannelHandlerContext,
        after time: Duration,
        noting note: @escaping @Sendable () -> Void = {}
    ) -> Scheduled<Void> {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        return context.eventLoop.scheduleTask(in: TimeAmount(time)) {
            note()
            bound.value.close(promise: nil)
        }
    }

    private func stopTimers() {
        requestTimer?.cancel()
        requestTimer = nil
        writeTimer?.cancel()
        writeTimer = nil
    }
}
