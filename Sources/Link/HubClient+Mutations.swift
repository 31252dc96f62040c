package import Model
package import Sync
import Wire

extension HubClient: MutationTransport {
    package func send(_ mutations: [Mutation]) async -> SendAnswer {
        let request = MutationsRequest(mutations: mutations.map(SentMutation.init))
        do throws(CallTrouble) {
            return .decided(try await send(request))
        } catch {
            switch error {
            case .unreachable: return .failure(.unreachable)
            case .notAHub, .noRepair: return .failure(.notAHub)
            case .refused(let problem): return .failure(problem.failure(retryAfter: nil))
            }
        }
    }
}
