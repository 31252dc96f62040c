import Model
import Synchronization

/// Lets so many terminals copy everything at a time; the others stand in line for a while, and then
/// come back later.
///
/// A copy keeps its place while it goes on, so that those which began are soon done, instead of all
/// of them being slow together; and connections of the store stay free for changes. A small copy
/// is done in some milliseconds: who is sent away for seconds would wait a hundred times longer
/// than in line.
final class CopyAdmission: Sendable {
    private let most: Int
    private let state = Mutex(State())

    private struct State {
        /// Until when each copy has its place.
        var copies: [DeviceID: Duration] = [:]
        /// Who stands in line, first come first.
        var line: [Waiter] = []
        var nextNumber = 0
        /// Those whose time in line was over before they stood in it.
        var gone: Set<Int> = []
    }

    private struct Waiter {
        let number: Int
        let device: DeviceID
        let continuation: CheckedContinuation<Bool, Never>
    }

    /// Whether a device may fetch a page now.
    enum Admission {
        case atOnce
        /// Its turn has come: much may have changed since it asked.
        case afterWaiting
        case no
    }

    init(most: Int) {
        self.most = most
    }

    /// Whether the device may fetch a page: at once, or once its turn has come within the time that
    /// it is let stand in line.
    func admission(of device: DeviceID, _ clock: HubClock) async -> Admission {
        if state.withLock({ takePlace(&$0, device, clock.elapsed()) }) { return .atOnce }
        return await stands(device, clock) ? .afterWaiting : .no
    }

    private func stands(_ device: DeviceID, _ clock: HubClock) async -> Bool {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        defer { state.withLock { _ = $0.gone.remove(number) } }
        return await withTaskGroup(of: Bool.self) { group in
            group.addTask { await self.stand(number, device, clock) }
            group.addTask {
                try? await clock.sleep(Self.patience)
                self.leave(number)
                return false
            }
            let isAdmitted = await group.next() ?? false
            group.cancelAll()
            return isAdmitted
        }
    }

    /// The device has its last page, or none: the next in line has its place.
    func end(_ device: DeviceID, elapsed: Duration) {
        let next = state.withLock { state -> Waiter? in
            state.copies[device] = nil
            guard let first = state.line.first, takePlace(&state, first.device, elapsed) else {
                return nil
            }
            return state.line.removeFirst()
        }
        next?.continuation.resume(returning: true)
    }

    /// How many copy everything.
    func count(elapsed: Duration) -> Int {
        state.withLock { $0.copies.values.count { $0 > elapsed } }
    }

    private func takePlace(_ state: inout State, _ device: DeviceID, _ elapsed: Duration) -> Bool {
        if state.copies[device] == nil {
            state.copies = state.copies.filter { $0.value > elapsed }
            guard state.copies.count < most else { return false }
        }
        state.copies[device] = elapsed + Self.lease
        return true
    }

    /// Returns with the place, or without it once it has left the line.
    private func stand(_ number: Int, _ device: DeviceID, _ clock: HubClock) async -> Bool {
        await withCheckedContinuation { continuation in
            let answer = state.withLock { state -> Bool? in
                // A place may have come free since.
                if takePlace(&state, device, clock.elapsed()) { return true }
                guard !state.gone.contains(number), state.line.count < Self.longestLine else {
                    return false
                }
                state.line.append(
                    Waiter(number: number, device: device, continuation: continuation)
                )
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    private func leave(_ number: Int) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.line.firstIndex(where: { $0.number == number }) else {
                state.gone.insert(number)
                return nil
            }
            return state.line.remove(at: index)
        }
        waiter?.continuation.resume(returning: false)
    }

    /// How long a place is kept for a terminal that asks for no further page.
    static let lease = Duration.seconds(15)
    /// How long one stands in line: below what proxies allow a call to be silent.
    private static let patience = Duration.seconds(10)
    /// Beyond this one is sent away at once.
    private static let longestLine = 2_000
}
