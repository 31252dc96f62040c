import Hub

/// The hub's counts in Prometheus' text format, version 0.0.4.
///
/// They answer whether terminals are fresh, what is slow and what is refused; nobody's name, id or
/// text is in them.
enum MetricsPage {
    static func text(
        _ reading: HubMetrics.Reading,
        listeners: Int,
        copies: Int,
        condition: StoreCondition?
    ) -> String {
        var lines = header("foyer_answers_total", "Answers by route and status.", "counter")
        for (answer, count) in reading.answers.sorted(by: { $0.key < $1.key }) {
            let labels = #"route="\#(answer.route)",status="\#(answer.status)""#
            lines.append("foyer_answers_total{\(labels)} \(count)")
        }
        lines += header("foyer_rejections_total", "Refused requests by reason.", "counter")
        for (reason, count) in reading.rejections.sorted(by: { $0.key < $1.key }) {
            lines.append(#"foyer_rejections_total{reason="\#(reason)"} \#(count)"#)
        }
        lines += [
            "# HELP foyer_mutations_total Mutations by what came of them and kind.",
            "# TYPE foyer_mutations_total counter",
        ]
        for (mutated, count) in reading.mutations.sorted(by: { $0.key < $1.key }) {
            let labels = #"outcome="\#(mutated.outcome)",kind="\#(mutated.kind)""#
            lines.append("foyer_mutations_total{\(labels)} \(count)")
        }
        lines += counter("foyer_rows_sent_total", "Rows sent to terminals.", reading.rowsSent)
        lines += counter("foyer_bytes_sent_total", "Bytes of changes sent.", reading.bytesSent)
        lines += counter(
            "foyer_deltas_shared_total",
            "Differences that were worked out for another terminal.",
            reading.shared
        )
        lines += counter(
            "foyer_stalled_readers_total",
            "Connections ended because nothing of an answer was taken.",
            reading.stalledReaders
        )
        lines += gauge("foyer_listeners", "Calls that wait for a change.", listeners)
        lines += gauge("foyer_copies", "Terminals that fetch everything.", copies)
        lines += histogram(
            "foyer_wake_seconds",
            "From noticing a change to the answer of a terminal that waited.",
            reading.wakes
        )
        lines += histogram(
            "foyer_delta_seconds",
            "How long the store took for a difference.",
            reading.deltas
        )
        lines += histogram(
            "foyer_page_seconds",
            "How long the store took for a page of a copy.",
            reading.pages
        )
        lines += gauge("foyer_store_up", "Whether the store answers.", condition == nil ? 0 : 1)
        if let condition { lines += store(condition) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func store(_ condition: StoreCondition) -> [String] {
        gauge("foyer_log_entries", "About how many changes the log holds.", condition.logEntries)
            + gauge("foyer_log_age_seconds", "How far back a cursor may be.", condition.logAge)
            + gauge("foyer_pool_sessions", "Connections of the hub at most.", condition.sessions)
            + gauge("foyer_pool_lent", "Connections in use.", condition.sessionsLent)
            + gauge("foyer_pool_awaited", "Who waits for one.", condition.sessionsAwaited)
            + counter(
                "foyer_replica_answers_total",
                "Questions that the read replica answered.",
                condition.replicaAnswers
            )
            + counter(
                "foyer_replica_misses_total",
                "Questions that went to the primary, for the replica lagged or failed.",
                condition.replicaMisses
            )
    }

    private static func header(_ name: String, _ help: String, _ type: String) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"]
    }

    private static func counter(_ name: String, _ help: String, _ value: Int) -> [String] {
        header(name, help, "counter") + ["\(name) \(value)"]
    }

    private static func gauge(_ name: String, _ help: String, _ value: Int) -> [String] {
        header(name, help, "gauge") + ["\(name) \(value)"]
    }

    private static func histogram(
        _ name: String,
        _ help: String,
        _ histogram: Histogram
    ) -> [String] {
        var lines = header(name, help, "histogram")
        var total = 0
        for (bound, count) in zip(Histogram.bounds, histogram.buckets) {
            total += count
            lines.append(#"\#(name)_bucket{le="\#(Double(bound) / 1_000)"} \#(total)"#)
        }
        total += histogram.buckets.last ?? 0
        lines.append(#"\#(name)_bucket{le="+Inf"} \#(total)"#)
        lines.append("\(name)_sum \(histogram.total / .seconds(1))")
        lines.append("\(name)_count \(total)")
        return lines
    }
}
