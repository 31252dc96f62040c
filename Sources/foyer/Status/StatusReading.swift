import Desk
import Model
import Replica
import Wire

/// Makes the report of a terminal; reads files and counts rows, so never on the drawing thread.
struct StatusReading: Sendable {
    let directory: ProfileDirectory
    let hub: String
    let reader: ReplicaReader?
    let outbox: Outbox?

    /// How a terminal does whose connection did so; what cannot be read is left out.
    func report(_ link: LinkLog) -> StatusReport {
        var report = StatusReport(
            hub: hub,
            profile: directory.path,
            versions: StatusReport.Versions(
                wire: WireProtocol.version,
                schema: String(SchemaFingerprint.current.prefix(Self.fingerprint)),
                replica: ReplicaReader.version,
                engine: try? reader?.engineVersion()
            )
        )
        report.link = link
        report.bytes = (try? reader?.databaseSize()) ?? 0
        let rows = (try? reader?.rowCounts()) ?? [:]
        report.rows = Table.allCases.compactMap { table in
            guard let count = rows[table], count > 0 else { return nil }
            return StatusReport.Count(name: table.rawValue, count: count)
        }
        take((try? outbox?.entries()) ?? [], &report)
        return report
    }

    /// Characters of a fingerprint that are shown.
    private static let fingerprint = 12

    private func take(_ entries: [OutboxEntry], _ report: inout StatusReport) {
        let waiting = entries.filter { $0.state == .waiting }
        let kinds = Dictionary(grouping: waiting) { $0.intent.words }
        report.waiting = kinds.map { StatusReport.Count(name: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        report.oldest = waiting.map(\.madeAt).min()
        report.sent = entries.count { $0.state == .applied }
        report.attention = entries.count { $0.state == .attention }
        report.writes = entries.suffix(StatusReport.mostWrites).reversed().map { entry in
            StatusReport.Write(at: entry.madeAt, kind: entry.intent.words, outcome: entry.outcome)
        }
    }
}

extension OutboxEntry {
    fileprivate var outcome: String {
        let why = refusal.map { ", \($0.code.rawValue)" } ?? ""
        return switch state {
        case .waiting: "waits"
        case .applied: "sent"
        case .attention: "refused\(why)"
        case .settled: "settled\(why)"
        }
    }
}
