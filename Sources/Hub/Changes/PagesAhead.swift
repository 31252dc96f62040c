import Model
import Synchronization

/// Reads the next page of a copy while its terminal takes the one before.
///
/// A copy waits for the database more than for anything else, and what it asks for next is known.
/// A page is given to the device and for the place that it was read for, and once; whoever takes it
/// must be shown to have the same scope still (`ChangeService`). Of each copy one page is held, and
/// of no more copies than may be made at a time; one that was read longer ago than a copy keeps its
/// place is read again.
///
/// Nothing is read ahead before `start`, so that where nobody wants it all happens in the order in
/// which it is asked for.
package final class PagesAhead: Sendable {
    private struct Entry {
        var progress: SnapshotRequest.Progress
        var begunAt: Duration
        var reading: Task<SnapshotPage?, Never>
    }

    private struct State {
        var isStarted = false
        var entries: [DeviceID: Entry] = [:]
        /// What is being read, also what nobody will take any more: one page a device, so that who
        /// begins a copy again and again has no more of the store.
        var running: [DeviceID: Task<SnapshotPage?, Never>] = [:]
        /// How often in a row something else was asked for than was read.
        var misses: [DeviceID: Int] = [:]

        mutating func drop(_ device: DeviceID) {
            entries.removeValue(forKey: device)?.reading.cancel()
        }
    }

    /// A balancer may give every other page to another hub: what this one reads is then for nobody.
    private static let mostMisses = 2
    /// Devices whose misses are known; beyond that they are learnt anew.
    private static let mostKnown = 1_000

    private let most: Int
    private let state = Mutex(State())

    /// Holds pages of so many copies.
    init(most: Int) {
        self.most = most
    }

    /// From here on pages are read ahead.
    package func start() {
        state.withLock { $0.isStarted = true }
    }

    /// Nothing is read ahead any more; returns once nothing is being read, so that the store can be
    /// closed.
    package func stop() async {
        let running = state.withLock { state in
            state.isStarted = false
            for device in Array(state.entries.keys) { state.drop(device) }
            return Array(state.running.values)
        }
        for reading in running { _ = await reading.value }
    }

    /// Begins to read the page that a device will ask for; `read` answers nil where there is none.
    func begin(
        _ device: DeviceID,
        _ progress: SnapshotRequest.Progress,
        elapsed: Duration,
        read: @escaping @Sendable () async -> SnapshotPage?
    ) {
        state.withLock { state in
            guard state.isStarted else { return }
            let old = state.entries.filter { Self.isOld($0.value, elapsed) }
            for device in old.keys { state.drop(device) }
            state.drop(device)
            guard state.entries.count < most, state.running[device] == nil,
                state.misses[device, default: 0] < Self.mostMisses
            else { return }
            let reading = Task {
                defer { self.state.withLock { $0.running[device] = nil } }
                return await read()
            }
            state.running[device] = reading
            state.entries[device] = Entry(progress: progress, begunAt: elapsed, reading: reading)
        }
    }

    /// The page that was read, or is being read, for that place; nil where there is none.
    func take(
        _ device: DeviceID,
        _ progress: SnapshotRequest.Progress,
        elapsed: Duration
    ) async -> SnapshotPage? {
        let reading = state.withLock { state -> Task<SnapshotPage?, Never>? in
            guard let entry = state.entries[device] else { return nil }
            guard entry.progress == progress, !Self.isOld(entry, elapsed) else {
                state.drop(device)
                if state.misses.count >= Self.mostKnown { state.misses = [:] }
                state.misses[device, default: 0] += 1
                return nil
            }
            state.entries[device] = nil
            state.misses[device] = nil
            return entry.reading
        }
        return await reading?.value
    }

    /// The device has its last page, or none.
    func end(_ device: DeviceID) {
        state.withLock { state in
            state.drop(device)
            state.misses[device] = nil
        }
    }

    private static func isOld(_ entry: Entry, _ elapsed: Duration) -> Bool {
        elapsed - entry.begunAt >= CopyAdmission.lease
    }
}
