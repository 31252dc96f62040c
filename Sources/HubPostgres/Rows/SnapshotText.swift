/// A snapshot as a cursor carries it: running transactions as distances from the lowest.
///
/// A cursor is part of a request line. Written out, some 250 running writers would not fit into it;
/// so about a thousand do.
enum SnapshotText {
    /// `740:760:741,755` of PostgreSQL as `740:760:+1,15`.
    static func short(_ text: String) -> String {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let first = UInt64(parts[0]), !parts[2].isEmpty else { return text }
        let distances = parts[2].split(separator: ",").compactMap { number in
            UInt64(number).flatMap { $0 >= first ? String($0 - first) : nil }
        }
        return "\(parts[0]):\(parts[1]):+\(distances.joined(separator: ","))"
    }

    /// As PostgreSQL has it; nil where it is none.
    ///
    /// An older hub wrote the numbers themselves.
    static func long(_ text: Substring) -> String? {
        let pattern = /([0-9]+):([0-9]+):(\+?)([0-9]+(?:,[0-9]+)*)?/
        guard let match = text.wholeMatch(of: pattern), let first = UInt64(match.1) else {
            return nil
        }
        guard !match.3.isEmpty else { return String(text) }
        var running: [String] = []
        for distance in match.4?.split(separator: ",") ?? [] {
            guard let distance = UInt64(distance) else { return nil }
            let (number, isTooLarge) = first.addingReportingOverflow(distance)
            guard !isTooLarge else { return nil }
            running.append(String(number))
        }
        return "\(match.1):\(match.2):\(running.joined(separator: ","))"
    }
}
