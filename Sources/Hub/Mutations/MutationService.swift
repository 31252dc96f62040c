package import Logging
import Model
package import Wire

/// Applies what terminals send: each mutation in a transaction of its own, exactly once, in the
/// order of its device's numbers.
package struct MutationService: StoreAsking {
    let store: any HubStore
    let clock: HubClock
    let metrics: HubMetrics
    let logger: Logger

    package init(
        store: any HubStore,
        clock: HubClock,
        metrics: HubMetrics,
        logger: Logger
    ) {
        self.store = store
        self.clock = clock
        self.metrics = metrics
        self.logger = logger
    }

    /// A result for each mutation up to the first that lacks one before it.
    ///
    /// A fault of the database ends the batch with a problem; what was decided until then is
    /// answered as a duplicate when it is sent again.
    package func apply(
        for device: Device,
        _ request: MutationsRequest
    ) async throws(Problem) -> MutationsResponse {
        guard request.mutations.count <= WireLimits.mutations else {
            throw .badRequest("more than \(WireLimits.mutations) mutations")
        }
        var results: [MutationResult] = []
        for mutation in request.mutations {
            switch try await decide(mutation, device) {
            case .decided(let result):
                results.append(result)
                count(result, mutation)
            case .gap(let last):
                metrics.mutated("gap", kind: mutation.kind)
                return MutationsResponse(results: results, acked: last)
            }
        }
        let acked = try await asking { () async throws(HubTrouble) in
            try await store.acked(device.id)
        }
        return MutationsResponse(results: results, acked: acked)
    }

    private func decide(
        _ mutation: SentMutation,
        _ device: Device
    ) async throws(Problem) -> MutationDecision.Verdict {
        let now = clock.now()
        let verdict = try await asking { () async throws(HubTrouble) in
            try await store.mutate(by: device.agent, now: now) { transaction in
                try MutationDecision(device: device, now: now, transaction: transaction)
                    .decide(mutation)
            }
        }
        guard let verdict else { throw .deviceRevoked }
        return verdict
    }

    private func count(_ result: MutationResult, _ mutation: SentMutation) {
        metrics.mutated(
            result.isDuplicate ? "duplicate" : result.outcome.rawValue,
            kind: mutation.kind
        )
        logger.debug(
            "decided",
            metadata: [
                "mutation": "\(result.id)", "number": "\(result.number)",
                "kind": "\(mutation.kind)", "outcome": "\(result.outcome.rawValue)",
                "duplicate": "\(result.isDuplicate)",
                "code": "\(result.refusal?.code.rawValue ?? "-")",
            ]
        )
    }
}
