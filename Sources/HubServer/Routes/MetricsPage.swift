import Hub

/// The hub's counts in Prometheus' text format, version 0.0.4.
enum MetricsPage {
    static func text(_ reading: HubMetrics.Reading, listeners: Int, head: String) -> String {
        var lines = [
            "# HELP foyer_answers_total Answers by route and status.",
            "# TYPE foyer_answers_total counter",
        ]
        for (answer, count) in reading.answers.sorted(by: { $0.key < $1.key }) {
            let labels = #"route="\#(answer.route)",status="\#(answer.status)""#
            lines.append("foyer_answers_total{\(labels)} \(count)")
        }
        lines += [
            "# HELP foyer_rejections_total Refused requests by reason.",
            "# TYPE foyer_rejections_total counter",
        ]
        for (reason, count) in reading.rejections.sorted(by: { $0.key < $1.key }) {
            lines.append(#"foyer_rejections_total{reason="\#(reason)"} \#(count)"#)
        }
        lines += counter("foyer_rows_sent_total", "Rows sent to terminals.", reading.rowsSent)
        lines += counter("foyer_bytes_sent_total", "Bytes of changes sent.", reading.bytesSent)
        lines += gauge("foyer_listeners", "Calls that wait for a change.", listeners)
        let position = head.split(separator: ":").first.flatMap { Int($0) } ?? 0
        lines += gauge("foyer_head_position", "Where the log of changes stands.", position)
        lines += histogram(reading)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func counter(_ name: String, _ help: String, _ value: Int) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) counter", "\(name) \(value)"]
    }

    private static func gauge(_ name: String, _ help: String, _ value: Int) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) gauge", "\(name) \(value)"]
    }

    private static func histogram(_ reading: HubMetrics.Reading) -> [String] {
        let name = "foyer_delta_seconds"
        var lines = [
            "# HELP \(name) How long the store took for a difference.",
            "# TYPE \(name) histogram",
        ]
        var total = 0
        for (bound, count) in zip(HubMetrics.deltaBounds, reading.deltas) {
            total += count
            lines.append(#"\#(name)_bucket{le="\#(Double(bound) / 1_000)"} \#(total)"#)
        }
        total += reading.deltas.last ?? 0
        lines.append(#"\#(name)_bucket{le="+Inf"} \#(total)"#)
        lines.append("\(name)_sum \(reading.deltaTime / .seconds(1))")
        lines.append("\(name)_count \(total)")
        return lines
    }
}
