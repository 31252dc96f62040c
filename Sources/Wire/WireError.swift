/// Why bytes from the other side were not understood.
///
/// It never quotes them: they may be a renter's.
package enum WireError: Error, Hashable, Sendable {
    /// Which part was not as it must be.
    case malformed(String)
    /// Nested deeper than `WireLimits.jsonDepth`.
    case tooDeep
    /// Larger than the limit, bytes.
    case tooLarge(limit: Int)
    /// The body ended before its last line.
    case incomplete
}

extension WireError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let part): "the \(part) is not as the protocol has it"
        case .tooDeep: "JSON is nested deeper than \(WireLimits.jsonDepth) levels"
        case .tooLarge(let limit): "it is larger than \(limit) bytes"
        case .incomplete: "it ended before its last line"
        }
    }
}
