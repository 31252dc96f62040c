/// What a database has of the log's triggers, beside what it should have.
struct CaptureState {
    /// Names of triggers that are not there.
    let missing: [String]
    /// Names of those that are there and do not fire.
    let off: [String]
    /// Names of those whose function is not this program's.
    let other: [String]

    init(_ connection: PostgresConnection) throws {
        // A setting of the function's own would cost the platform what it was freed of.
        let rows = try connection.run(
            """
            SELECT t.tgname::text, t.tgenabled = 'D', p.prosrc,
                p.prosecdef AND p.proconfig IS NULL
            FROM pg_trigger AS t
            JOIN pg_proc AS p ON p.oid = t.tgfoid
            JOIN pg_namespace AS n ON n.oid = p.pronamespace
            WHERE n.nspname = 'foyer' AND NOT t.tgisinternal
            """
        )
        var sources: [String: String] = [:]
        var off: [String] = []
        for row in 0..<rows.count {
            let name = rows.text(row, 0)
            sources[name] = rows.boolean(row, 3) ? rows.text(row, 2) : ""
            if rows.boolean(row, 1) { off.append(name) }
        }
        self.off = off
        missing = ChangeCapture.captures.map(\.name).filter { sources[$0] == nil }
        other = ChangeCapture.captures.compactMap { capture in
            sources[capture.name].map { $0 == capture.source } == false ? capture.name : nil
        }
    }

    /// What makes the triggers that are missing or another's; one that is off was turned off by
    /// somebody.
    var statements: [String] {
        let wanted = Set(missing + other)
        return ChangeCapture.captures.filter { wanted.contains($0.name) }.flatMap(\.statements)
    }
}
