import NIOCore

/// The parts of a body as they come; what nobody takes is left to the network, so that who is not
/// let in cannot fill the hub's memory.
typealias RequestBody = NIOThrowingAsyncSequenceProducer<
    ByteBuffer, any Error, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark,
    RequestBodyDemand
>

extension RequestBody {
    /// A body that is being received; `wantsMore` is called when there is room for more of it, or
    /// nobody wants it any more.
    static func receiving(_ wantsMore: @escaping @Sendable () -> Void) -> NewSequence {
        makeSequence(
            // Parts of a read each: 64 KiB at most.
            backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2),
            finishOnDeinit: true,
            delegate: RequestBodyDemand(wantsMore: wantsMore)
        )
    }
}

/// Tells the connection that it may read on.
final class RequestBodyDemand: NIOAsyncSequenceProducerDelegate, Sendable {
    private let wantsMore: @Sendable () -> Void

    init(wantsMore: @escaping @Sendable () -> Void) {
        self.wantsMore = wantsMore
    }

    func produceMore() { wantsMore() }

    func didTerminate() { wantsMore() }
}
