import Model
import Synchronization

/// Asks the store once for all terminals that want to know something of themselves at a time, such
/// as what they may see.
///
/// A question is begun after everybody in it came, so that nobody gets an answer of before.
final class Standings<Answer: Sendable>: Sendable {
    private enum Turn: Sendable {
        case answered(Result<Answer?, HubTrouble>)
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

    private let ask: @Sendable ([DeviceID]) async throws(HubTrouble) -> [DeviceID: Answer]
    private let state = Mutex(State())

    /// `ask` puts the question for many.
    init(_ ask: @escaping @Sendable ([DeviceID]) async throws(HubTrouble) -> [DeviceID: Answer]) {
        self.ask = ask
    }

    /// The answer for that device; nil where there is none, as the device or its agent is no more.
    func answer(for device: DeviceID) async throws(HubTrouble) -> Answer? {
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

    private func askForAll(_ device: DeviceID) async throws(HubTrouble) -> Answer? {
        let others = state.withLock { state in
            let others = Array(state.waiting.prefix(Self.mostAtOnce))
            state.waiting.removeFirst(others.count)
            return others
        }
        let answer: Result<[DeviceID: Answer], HubTrouble>
        do throws(HubTrouble) {
            let devices = [device] + others.map(\.device)
            answer = .success(try await ask(devices))
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
    private static var mostAtOnce: Int { 500 }
}
