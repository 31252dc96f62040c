import Model
import Synchronization

/// Asks the store once for all terminals that want to know at a time what they may see.
///
/// A question is begun after everybody in it came, so that nobody gets an answer of before.
final class Standings: Sendable {
    private enum Turn: Sendable {
        case answered(Result<Scope?, HubTrouble>)
        /// Ask, for yourself and for who waits.
        case ask
    }

    private struct Waiter {
        var device: DeviceID
        var continuation: CheckedContinuation<Turn, Never>
    }

    private struct State {
        var isAsking = false
        var waiting: [Waiter] = []
    }

    private let store: any HubStore
    private let clock: HubClock
    private let state = Mutex(State())

    init(store: any HubStore, clock: HubClock) {
        self.store = store
        self.clock = clock
    }

    /// What the device's agent may see now; nil where the device or its agent is no more.
    func scope(of device: DeviceID) async throws(HubTrouble) -> Scope? {
        let turn = await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.isAsking else {
                    state.isAsking = true
                    return true
                }
                state.waiting.append(Waiter(device: device, continuation: continuation))
                return false
            }
            if isFree { continuation.resume(returning: .ask) }
        }
        switch turn {
        case .answered(let result): return try result.get()
        case .ask: return try await askForAll(device)
        }
    }

    private func askForAll(_ device: DeviceID) async throws(HubTrouble) -> Scope? {
        let others = state.withLock { state in
            let others = Array(state.waiting.prefix(Self.mostAtOnce))
            state.waiting.removeFirst(others.count)
            return others
        }
        let answer: Result<[DeviceID: Scope], HubTrouble>
        do throws(HubTrouble) {
            let devices = [device] + others.map(\.device)
            answer = .success(try await store.scopes(of: devices, now: clock.now()))
        } catch {
            answer = .failure(error)
        }
        // Who was cancelled has failed for itself alone: the others ask again.
        let isVoid = Task.isCancelled && (try? answer.get()) == nil
        let next = state.withLock { state -> Waiter? in
            if isVoid { state.waiting = others + state.waiting }
            state.isAsking = !state.waiting.isEmpty
            return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        }
        if !isVoid {
            for other in others {
                other.continuation.resume(returning: .answered(answer.map { $0[other.device] }))
            }
        }
        next?.continuation.resume(returning: .ask)
        return try answer.get()[device]
    }

    /// Terminals a question.
    private static let mostAtOnce = 500
}
