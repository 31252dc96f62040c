package import Model
package import Wire

/// Carries mutations to the hub; the network, or a simulated one.
package protocol MutationTransport: Sendable {
    /// Sends a batch in order.
    ///
    /// Never throws: every trouble is an answer. A failure says nothing about what the hub has done
    /// with the batch; it is sent again as it was.
    func send(_ mutations: [Mutation]) async -> SendAnswer
}

/// What came of sending a batch.
package enum SendAnswer: Hashable, Sendable {
    case decided(MutationsResponse)
    case failure(FetchFailure)
}
