/// Tells whether anything was written to the log since it was last asked, for all who ask.
///
/// Callers that come while a question is under way get its answer: it may be of a moment before
/// they asked, which costs them one more look and hides nothing, since their next question is a new
/// one.
actor ChangeWatch {
    private let pool: PostgresPool
    /// The snapshot up to which changes are counted.
    private var seen: String?
    private var changes = 0
    private var question: Task<String, any Error>?
    private var markedAt: ContinuousClock.Instant?

    init(_ pool: PostgresPool) {
        self.pool = pool
    }

    /// Another text whenever something changed.
    func head() async throws -> String {
        if let question { return try await question.value }
        let asked = Task { try await self.ask() }
        question = asked
        defer { question = nil }
        return try await asked.value
    }

    private func ask() async throws -> String {
        let seen = self.seen
        let answer = try await pool.perform { connection in
            let rows = try connection.run(
                Self.query,
                [.text(seen ?? Self.beforeEverything)]
            )
            return Answer(
                snapshot: rows.text(0, 0),
                hasChanged: rows.boolean(0, 1),
                devices: rows.text(0, 2)
            )
        }
        self.seen = answer.snapshot
        if answer.hasChanged {
            changes += 1
            await leaveMark()
        }
        return "\(changes):\(answer.devices)"
    }

    /// Marks the course that the database takes, so that one restored from an older copy is told
    /// from it; a mark that cannot be left now is left at the next change.
    private func leaveMark() async {
        if let markedAt, ContinuousClock.now - markedAt < Self.markInterval { return }
        let isLeft: Void? = try? await pool.perform { try $0.script(Self.mark) }
        if isLeft != nil { markedAt = .now }
    }

    /// One a minute is a row a minute for as long as a terminal may be away: 43,200 in 30 days.
    private static let markInterval = Duration.seconds(60)

    /// Several hubs over one database leave one together.
    static let mark = """
        INSERT INTO foyer.horizon (at, xid, edge)
        SELECT now(), pg_snapshot_xmin(s), pg_snapshot_xmax(s) FROM pg_current_snapshot() AS s
        WHERE NOT EXISTS (
            SELECT 1 FROM foyer.horizon WHERE at > now() - interval '59 seconds')
        ON CONFLICT DO NOTHING
        """

    private struct Answer: Sendable {
        var snapshot: String
        var hasChanged: Bool
        var devices: String
    }

    /// A snapshot that has seen nothing.
    private static let beforeEverything = "3:3:"

    /// One statement, so one snapshot.
    private static let query = """
        SELECT pg_current_snapshot()::text,
            (SELECT xid FROM foyer.change WHERE \(Position.isSince("$1"))
                ORDER BY xid DESC LIMIT 1) IS NOT NULL,
            (SELECT value FROM foyer.meta WHERE name = 'devices')
        """
}
