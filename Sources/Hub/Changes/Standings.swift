import Synchronization

/// Asks the store once for all terminals that want to know something of themselves at a time, such
/// as what they may see; `Key` is what the store knows them by.
///
/// A question is begun after everybody in it came, so that nobody gets an answer of before.
final class Standings<Key: Hashable & Sendable, Answer: Sendable>: Sendable {
    private enum Turn: Sendable {
        case answered(Result<Answer?, HubTrouble>)
        /// Ask, for yourself and for who waits.
        case ask
    }

    private struct Waiter {
        var key: Key
        var continuation: CheckedContinuation<Turn, Never>
    }

    private struct State {
        var isAsking = false
        var waiting: [Waiter] = []
    }

    private let ask: @Sendable ([Key]) async throws(HubTrouble) -> [Key: Answer]
    private let state = Mutex(State())

    /// `ask` puts the question for many.
    init(_ ask: @escaping @Sendable ([Key]) async throws(HubTrouble) -> [Key: Answer]) {
        self.ask = ask
    }

    /// The answer for that terminal; nil where there is none: the device or its agent is no more.
    func answer(for key: Key) async throws(HubTrouble) -> Answer? {
        let turn = await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.isAsking else {
                    state.isAsking = true
                    return true
                }
                state.waiting.append(Waiter(key: key, continuation: continuation))
                return false
            }
            if isFree { continuation.resume(returning: .ask) }
        }
        switch turn {
        case .answered(let result): return try result.get()
        case .ask: return try await askForAll(key)
        }
    }

    private func askForAll(_ key: Key) async throws(HubTrouble) -> Answer? {
        let others = state.withLock { state in
            let others = Array(state.waiting.prefix(Self.mostAtOnce))
            state.waiting.removeFirst(others.count)
            return others
        }
        let answer: Result<[Key: Answer], HubTrouble>
        do throws(HubTrouble) {
            let keys = [key] + others.map(\.key)
            answer = .success(try await ask(keys))
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
                other.continuation.resume(returning: .answered(answer.map { $0[other.key] }))
            }
        }
        next?.continuation.resume(returning: .ask)
        return try answer.get()[key]
    }

    /// Terminals a question.
    private static var mostAtOnce: Int { 500 }
}
