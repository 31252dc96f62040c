import Model
import Synchronization

/// Counts the calls of each device and of all enrolments together.
final class CallLimits: Sendable {
    private let state: Mutex<State>

    private struct State {
        var enrolment: TokenBucket
        var devices: [DeviceID: TokenBucket] = [:]
    }

    init(now: Duration) {
        state = Mutex(State(enrolment: TokenBucket(.enrolment, now: now)))
    }

    /// How long the device must wait; nil where it need not.
    func pause(for device: DeviceID, now: Duration) -> Duration? {
        state.withLock { state in
            // Only enrolled devices come here; whoever was away starts with a full bucket again.
            if state.devices.count >= Self.mostDevices { state.devices.removeAll() }
            return state.devices[device, default: TokenBucket(.device, now: now)].take(now: now)
        }
    }

    /// How long an enrolment must wait; nil where it need not.
    func pauseForEnrolment(now: Duration) -> Duration? {
        state.withLock { $0.enrolment.take(now: now) }
    }

    private static let mostDevices = 20_000
}
