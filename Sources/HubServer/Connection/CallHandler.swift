import Hub
import NIOCore
import NIOHTTP1

/// Takes the calls of one connection, one after another, and writes their answers.
///
/// A call is a task only while it works. One that waits for a change is some values that the watch
/// keeps, and begins a task again once its wait is over; who hangs up takes them back.
final class CallHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = Never
    typealias OutboundOut = HTTPServerResponsePart

    private let responder: HubResponder
    private let calls: AsyncStream<CallTask>.Continuation
    /// Takes the body of the request, while it comes and somebody may want it.
    private var body: RequestBody.Source?
    /// The body is not taken as fast as it comes.
    private var isBodyHeld = false
    private var isReadDue = false
    private var keepsAlive = true
    private var wantsBody = true
    /// Under which number the call waits, or waited, at the watch.
    private var wait: Int?
    /// What is still to be written.
    private var answer: AnswerParts?
    private var isWriting = false
    /// Nobody takes an answer any more.
    private var isOver = false

    init(responder: HubResponder, calls: AsyncStream<CallTask>.Continuation) {
        self.responder = responder
        self.calls = calls
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let bytes): take(bytes)
        case .end:
            body?.finish()
            body = nil
            readOn(context)
        }
    }

    func read(context: ChannelHandlerContext) {
        isReadDue = isBodyHeld
        if !isBodyHeld { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        write(context)
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        end()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end()
        responder.calls.end(on: context.channel)
        // What is no HTTP was answered already, and the connection ends with that answer.
        if !(error is HTTPParserError) { context.close(promise: nil) }
    }

    /// The call that waits is forgotten; one that works is ended by `OpenCalls`.
    private func end() {
        isOver = true
        body?.finish(CancellationError())
        body = nil
        answer = nil
        if let wait { responder.changes.watch.leave(wait) }
        wait = nil
    }
}

// A call, from its head to its answer.
extension CallHandler {
    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let announces = ["content-length", "transfer-encoding"]
        let received = announces.contains(where: head.headers.contains) ? receive(context) : nil
        body = received?.source
        keepsAlive = head.isKeepAlive
        wantsBody = head.method != .HEAD
        let request = HubRequest(head, body: received?.sequence)
        run(context) { responder, channel in
            await responder.respond(to: request, on: channel)
        }
    }

    private func run(
        _ context: ChannelHandlerContext,
        _ work: @escaping @Sendable (HubResponder, any Channel) async -> HubResponder.Outcome
    ) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let (responder, channel) = (responder, context.channel)
        calls.yield {
            let outcome = await work(responder, channel)
            channel.eventLoop.execute {
                let (connection, context) = bound.value
                connection.take(outcome, context)
            }
        }
    }

    private func take(_ outcome: HubResponder.Outcome, _ context: ChannelHandlerContext) {
        guard !isOver else { return }
        switch outcome {
        case .answer(let response): write(response, context)
        case .waits(let call):
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            let (loop, watch) = (context.eventLoop, responder.changes.watch)
            wait = watch.park(seen: call.seen, deadline: call.deadline) { wake in
                loop.execute {
                    let (connection, context) = bound.value
                    connection.resume(call, wake, context)
                }
            }
        }
    }

    private func resume(
        _ call: WaitingCall,
        _ wake: HeadWatch.Wake,
        _ context: ChannelHandlerContext
    ) {
        guard !isOver else { return }
        wait = nil
        run(context) { responder, channel in await responder.resume(call, wake, on: channel) }
    }
}

// The body of a request.
extension CallHandler {
    private func receive(_ context: ChannelHandlerContext) -> RequestBody.NewSequence {
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        return RequestBody.receiving {
            loop.execute {
                let (connection, context) = bound.value
                connection.readOn(context)
            }
        }
    }

    private func take(_ bytes: ByteBuffer) {
        // What was answered before it was whole comes in vain.
        guard let body else { return }
        isBodyHeld = body.yield(contentsOf: CollectionOfOne(bytes)) == .stopProducing
    }

    private func readOn(_ context: ChannelHandlerContext) {
        isBodyHeld = false
        guard isReadDue, !isOver else { return }
        isReadDue = false
        context.read()
    }
}

// The answer.
extension CallHandler {
    private func write(_ response: HubResponse, _ context: ChannelHandlerContext) {
        var head = HTTPResponseHead(
            version: .http1_1,
            status: HTTPResponseStatus(statusCode: response.status),
            headers: response.headers
        )
        if !keepsAlive { head.headers.replaceOrAdd(name: "Connection", value: "close") }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        answer = AnswerParts(wantsBody ? response.parts : [])
        write(context)
    }

    /// Writes as much as the client takes; what it does not take stays where it is.
    private func write(_ context: ChannelHandlerContext) {
        // What is flushed may make room at once, which is told while this is at it.
        guard !isWriting else { return }
        isWriting = true
        defer { isWriting = false }
        while answer != nil, context.channel.isWritable {
            if let bytes = answer?.next() {
                let buffer = context.channel.allocator.buffer(bytes: bytes)
                context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
            }
            if answer?.isWritten == true {
                // The next call may come with this.
                answer = nil
                context.write(wrapOutboundOut(.end(nil)), promise: nil)
            }
            context.flush()
        }
    }
}
