import Model
import Synchronization

/// Lets so many terminals copy everything at a time; the others come back later.
///
/// A copy keeps its place while it goes on, so that those which began are soon done, instead of all
/// of them being slow together; and connections of the store stay free for changes.
final class CopyAdmission: Sendable {
    private let most: Int
    /// Until when each copy has its place.
    private let copies = Mutex<[DeviceID: Duration]>([:])

    init(most: Int) {
        self.most = most
    }

    /// Whether the device may fetch a page.
    func admits(_ device: DeviceID, elapsed: Duration) -> Bool {
        copies.withLock { copies in
            if copies[device] == nil {
                copies = copies.filter { $0.value > elapsed }
                guard copies.count < most else { return false }
            }
            copies[device] = elapsed + Self.lease
            return true
        }
    }

    /// The device has its last page, or none.
    func end(_ device: DeviceID) {
        copies.withLock { $0[device] = nil }
    }

    /// How many copy everything.
    func count(elapsed: Duration) -> Int {
        copies.withLock { $0.values.count { $0 > elapsed } }
    }

    /// How long a place is kept for a terminal that asks for no further page.
    private static let lease = Duration.seconds(15)
}
