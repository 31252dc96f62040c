import Crypto
package import Model

/// What only one mutation at a time may decide about.
package enum LockKey: Hashable, Sendable {
    /// A device's numbers.
    case device(DeviceID)
    case mutation(MutationID)
    /// A row, there or not.
    case row(RowID)
    /// An agent's tours, or a property's, that begin on a day of UTC.
    case day(RowID, Int)

    /// A number for stores that lock numbers; two keys of one number wait for each other in vain,
    /// which harms nobody.
    package var number: Int64 {
        let hash = SHA256.hash(data: Array(text.utf8))
        return hash.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }

    private var text: String {
        switch self {
        case .device(let id): "device \(id.text)"
        case .mutation(let id): "mutation \(id.text)"
        case .row(let id): "row \(id.text)"
        case .day(let id, let day): "day \(id.text) \(day)"
        }
    }
}

extension Sequence<LockKey> {
    /// Each number once and in order: who takes locks in one order never waits in a circle.
    package var numbers: [Int64] { Set(map(\.number)).sorted() }
}
