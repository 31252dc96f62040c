import NIOCore

/// Takes connections in, as many as may be, and sends them away when the hub ends.
///
/// It is a handler of the listening channel and lives on its loop; `Ending` is told to it as an
/// event.
final class Reception: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias OutboundIn = Never

    /// How the connections end.
    enum Ending: Sendable {
        /// Each once the call is answered that is under way.
        case afterCalls
        case atOnce
    }

    private let most: Int
    private let emptied: EventLoopPromise<Void>
    private var connections: [ObjectIdentifier: any Channel] = [:]
    private var ending: Ending?
    /// Somebody is to be taken in once there is room.
    private var isReadDue = false

    /// Keeps `emptied` when the hub ended and the last connection with it.
    init(most: Int, emptied: EventLoopPromise<Void>) {
        self.most = most
        self.emptied = emptied
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = unwrapInboundIn(data)
        guard ending == nil else { return channel.close(promise: nil) }
        let key = ObjectIdentifier(channel)
        connections[key] = channel
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        channel.closeFuture.hop(to: context.eventLoop).whenComplete { _ in
            let (reception, context) = bound.value
            reception.closed(key, context)
        }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        isReadDue = connections.count >= most
        if !isReadDue { context.read() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard let ending = event as? Ending else {
            return context.fireUserInboundEventTriggered(event)
        }
        end(ending, context)
    }

    /// A listening channel that failed takes nobody in any more, which ends the hub.
    func channelInactive(context: ChannelHandlerContext) {
        if ending == nil { end(.afterCalls, context) }
        context.fireChannelInactive()
    }

    private func end(_ ending: Ending, _ context: ChannelHandlerContext) {
        let isFirst = self.ending == nil
        self.ending = ending
        if isFirst { context.close(promise: nil) }
        for channel in connections.values {
            switch ending {
            case .afterCalls:
                channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
            case .atOnce: channel.close(promise: nil)
            }
        }
        if isFirst, connections.isEmpty { emptied.succeed() }
    }

    private func closed(_ key: ObjectIdentifier, _ context: ChannelHandlerContext) {
        connections[key] = nil
        guard ending == nil else {
            if connections.isEmpty { emptied.succeed() }
            return
        }
        guard isReadDue else { return }
        isReadDue = false
        context.read()
    }
}
