package import Model
package import Sync
import Wire

extension HubClient: MutationTransport {
    package func send(_ mutations: [Mutation]) async -> SendAnswer {
        let request = MutationsRequest(mutations: mutations.map(SentMutation.init))
        do throws(CallTrouble) {
            return .decided(try await send(request))
        } catch {
            return .failure(error.failure)
        }
    }
}

extension CallTrouble {
    /// What it means for syncing.
    var failure: FetchFailure {
        switch self {
        case .unreachable: .unreachable
        case .untrusted: .untrusted
        case .notAHub, .noRepair: .notAHub
        case .refused(let problem): problem.failure(retryAfter: nil)
        }
    }
}
