package import Hub
package import Model

/// One thing that an operator should know of a database.
package struct Finding: Hashable, Sendable {
    /// How much it matters.
    package enum Kind: Sendable, Hashable {
        /// All is well.
        case good
        /// Something to know; the hub copes.
        case note
        /// Terminals miss something, or will.
        case bad
    }

    package let kind: Kind
    package let words: String
    /// What to do about it; empty where nothing need be done.
    package let remedy: String
}

extension PostgresHubStore {
    /// Looks at server, log and data; `now` is the hub's own clock.
    ///
    /// Reads whole tables: some seconds for a large company.
    package func examine(now: Timestamp) async throws(HubTrouble) -> [Finding] {
        let missing = try await missingIndexes()
        return try await read { connection in
            let doctor = Doctor(connection: connection)
            return try doctor.server(now: now) + doctor.durability() + doctor.replicas()
                + doctor.capture() + doctor.log()
                + doctor.indexes(missing.count) + doctor.data()
        }
    }
}

/// Examines a database in the transaction at hand.
private struct Doctor {
    let connection: PostgresConnection

    func server(now: Timestamp) throws -> [Finding] {
        let rows = try connection.run(
            """
            SELECT current_setting('server_version_num')::int, current_setting('server_version'),
                clock_timestamp(),
                coalesce((SELECT extract(epoch FROM max(now() - xact_start))::int
                    FROM pg_stat_activity WHERE backend_xmin IS NOT NULL), 0)
            """
        )
        let version = rows.text(0, 1)
        var findings = [
            rows.integer(0, 0) >= 130_000
                ? Finding(kind: .good, words: "PostgreSQL \(version)", remedy: "")
                : Finding(
                    kind: .bad,
                    words: "PostgreSQL \(version)",
                    remedy: "13 or later is needed"
                )
        ]
        let skew = abs((rows.instant(0, 2) ?? now).seconds - now.seconds)
        if skew > 5 {
            findings.append(
                Finding(
                    kind: .note,
                    words: "the clocks of hub and database are \(skew) s apart",
                    remedy: "midnight ends an assignment by the hub's; set both by NTP"
                )
            )
        }
        let oldest = rows.integer(0, 3)
        if oldest > 3_600 {
            findings.append(
                Finding(
                    kind: .note,
                    words: "a transaction has been open for \(oldest / 60) minutes",
                    remedy: "nobody waits for it, but the log cannot be pruned beyond it"
                )
            )
        }
        return findings
    }

    /// What a crash may take back that terminals were shown.
    func durability() throws -> [Finding] {
        let rows = try connection.run(
            "SELECT current_setting('synchronous_commit'), current_setting('fsync')"
        )
        guard rows.text(0, 0) == "off" || rows.text(0, 1) == "off" else { return [] }
        return [
            Finding(
                kind: .note,
                words: "commits are told before they are on disk (synchronous_commit, fsync)",
                remedy: "after a crash terminals may show what was lost; foyer verify finds it"
            )
        ]
    }

    /// How far the standbys are behind, as the server knows it.
    func replicas() throws -> [Finding] {
        let rows = try connection.run(
            """
            SELECT application_name,
                coalesce((pg_current_wal_insert_lsn() - replay_lsn)::bigint, -1),
                coalesce(extract(epoch FROM replay_lag)::bigint, 0)
            FROM pg_stat_replication ORDER BY application_name
            """
        )
        return (0..<rows.count).map { row in
            let bytes = rows.integer(row, 1)
            let seconds = rows.integer(row, 2)
            let amount = bytes < 0 ? "an unknown amount" : "\(bytes / 1_024) KiB"
            let isLate = seconds > 1 || bytes > 64 * 1_024 * 1_024
            return Finding(
                kind: isLate ? .note : .good,
                words: "standby \(rows.text(row, 0)) is \(amount) and \(seconds) s behind",
                remedy: isLate ? "until it has caught up the hub reads from the primary" : ""
            )
        }
    }

    /// Whether the log's triggers are all there, on, and this program's.
    func capture() throws -> [Finding] {
        let state = try CaptureState(connection)
        var findings: [Finding] = []
        let silent = (state.missing + state.off).sorted()
        if !silent.isEmpty {
            let names = silent.prefix(5).joined(separator: ", ")
            findings.append(
                Finding(
                    kind: .bad,
                    words: "\(silent.count) triggers are missing or off: \(names)",
                    remedy: """
                        changes are missed; foyer-hub migrate makes what is missing, \
                        ALTER TABLE … ENABLE TRIGGER what is off; then foyer verify
                        """
                )
            )
        }
        if !state.other.isEmpty {
            let names = state.other.prefix(5).joined(separator: ", ")
            findings.append(
                Finding(
                    kind: .bad,
                    words: "\(state.other.count) triggers are not as this version's: \(names)",
                    remedy: "foyer-hub migrate puts its own in their place"
                )
            )
        }
        guard findings.isEmpty else { return findings }
        let count = ChangeCapture.captures.count
        return [Finding(kind: .good, words: "\(count) triggers note changes", remedy: "")]
    }

    func log() throws -> [Finding] {
        let rows = try connection.run(
            """
            SELECT pg_total_relation_size('foyer.change'),
                pg_stat_get_live_tuples('foyer.change'::regclass),
                (SELECT extract(epoch FROM now() - max(at))::bigint FROM foyer.horizon),
                coalesce((SELECT extract(epoch FROM now() - min(at))::bigint
                    FROM foyer.horizon), 0)
            """
        )
        let days = rows.integer(0, 3) / 86_400
        let size = rows.integer(0, 0) / 1_048_576
        var findings = [
            Finding(
                kind: .good,
                words: """
                    the log has about \(rows.integer(0, 1)) entries of \(days) days, \(size) MiB
                    """,
                remedy: ""
            )
        ]
        if rows.isNull(0, 2) || rows.integer(0, 2) > 86_400 {
            findings.append(
                Finding(
                    kind: .note,
                    words: "the log was not pruned within a day",
                    remedy: "a serving hub does it every hour"
                )
            )
        }
        return findings
    }

    func indexes(_ missing: Int) -> [Finding] {
        guard missing > 0 else { return [] }
        return [
            Finding(
                kind: .note,
                words: "\(missing) foreign keys have no index",
                remedy: "copies and deletes read whole tables; foyer-hub migrate --indexes"
            )
        ]
    }

    func data() throws -> [Finding] {
        try DataCheck.all.compactMap { check in
            let count = try connection.run(check.sql).integer(0, 0)
            guard count > 0 else { return nil }
            return Finding(kind: .note, words: "\(count) \(check.words)", remedy: check.remedy)
        }
    }
}
