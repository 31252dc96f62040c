import Foundation

/// A PostgreSQL of its own, made from the platform's SQL and gone with the test.
struct PlatformDatabase {
    /// Where Debian keeps the server's programs, and the newest of them.
    private static let programs = ["17", "16", "15", "14", "13"]
        .map { "/usr/lib/postgresql/\($0)/bin" }
        .first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
    private static let seed = SharedFiles.url.appending(path: "seed/platform.sql")

    static var isHere: Bool {
        programs != nil && FileManager.default.fileExists(atPath: seed.path)
    }

    private let directory: URL
    private let programs: String

    init() throws {
        programs = try Self.programs.orThrow("no PostgreSQL server is installed")
        directory = FileManager.default.temporaryDirectory.appending(
            path: "foyer-catalogue-\(UUID().uuidString.prefix(8))"
        )
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        if getuid() == 0 { try run("chown", ["postgres", directory.path]) }
        try server([
            "initdb", "-D", directory.path + "/data", "-A", "trust", "-U", "foyer", "-E", "UTF8",
        ])
        try server([
            "pg_ctl", "-D", directory.path + "/data", "-w", "-l", directory.path + "/log",
            "-o", "-c listen_addresses='' -c fsync=off -k \(directory.path)", "start",
        ])
        _ = try psql(["-f", Self.seed.path])
    }

    func stop() {
        try? server(["pg_ctl", "-D", directory.path + "/data", "-m", "immediate", "stop"])
        try? FileManager.default.removeItem(at: directory)
    }

    func columns() throws -> [String] {
        try lines(
            """
            SELECT c.relname || '|' || a.attname || '|'
                || format_type(a.atttypid, a.atttypmod) || '|'
                || CASE WHEN a.attnotnull THEN 'NOT NULL' ELSE 'NULL' END || '|'
                || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped
            """
        )
    }

    func foreignKeys() throws -> [String] {
        try lines(
            """
            SELECT c.relname || '|' || a.attname || '|' || p.relname || '|' || k.confdeltype::text
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                JOIN pg_class p ON p.oid = k.confrelid
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
            WHERE k.contype = 'f'
            """
        )
    }

    func uniques() throws -> [String] {
        try lines(
            """
            SELECT c.relname || '|' || (
                SELECT string_agg(a.attname, ',' ORDER BY u.place)
                FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.contype = 'u' AND k.connamespace = 'public'::regnamespace
            """
        )
    }

    func indexes() throws -> [String] {
        try lines(
            """
            SELECT tablename || '|' || indexname || '|'
                || replace(replace(substring(indexdef from '\\((.*)\\)'), ', ', ','), '"', '')
            FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'idx\\_%'
            """
        )
    }

    /// The checks in the words of `CatalogueText.checks`.
    func checks() throws -> [String] {
        let definitions = try lines(
            """
            SELECT c.relname || '|' || pg_get_constraintdef(k.oid)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'c'
            """
        )
        return definitions.map(Self.meaning).sorted()
    }

    /// `conversation|CHECK (((end_time IS NULL) OR (end_time > start_time)))` as
    /// `conversation|end_time > start_time`.
    private static func meaning(_ definition: String) -> String {
        let parts = definition.split(separator: "|", maxSplits: 1).map(String.init)
        let text = parts[1]
        if text.contains("ANY") {
            let column = text.firstMatch(of: /\(+([a-z_]+)\)*::/)?.1 ?? ""
            let values = text.matches(of: /'([^']+)'/).map { String($0.1) }
            return "\(parts[0])|\(column) in \(values.joined(separator: ","))"
        }
        guard let match = text.firstMatch(of: /([a-z_]+) (>=|>) \(?([a-z_0-9]+)\)?/) else {
            return definition
        }
        return "\(parts[0])|\(match.1) \(match.2) \(match.3)"
    }

    private func lines(_ query: String) throws -> [String] {
        try psql(["-At", "-c", query]).split(separator: "\n").map(String.init).sorted()
    }

    private func psql(_ arguments: [String]) throws -> String {
        try run(
            "psql",
            [
                "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", directory.path, "-U", "foyer", "-d",
                "postgres",
            ]
                + arguments
        )
    }

    /// The server refuses to run as root, so root runs it as Debian's `postgres`.
    private func server(_ command: [String]) throws {
        let full = [programs + "/" + command[0]] + command.dropFirst()
        if getuid() == 0 {
            try run("runuser", ["-u", "postgres", "--"] + full)
        } else {
            try run(full[0], Array(full.dropFirst()))
        }
    }

    /// A server that stays keeps every descriptor it is given, and Foundation waits for one of its
    /// own that it gives to every child: so only the standard three go on.
    private static let closing = """
        for path in /proc/$$/fd/*; do
            number=${path##*/}
            [ -e "$path" ] && [ "$number" -gt 2 ] && eval "exec $number>&-"
        done
        exec "$@"
        """

    @discardableResult
    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", Self.closing, "bash", program] + arguments
        process.currentDirectoryURL = URL(filePath: "/")
        let output = FileManager.default.temporaryDirectory.appending(
            path: "foyer-\(UUID().uuidString)"
        )
        _ = FileManager.default.createFile(atPath: output.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: output) }
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        guard process.terminationStatus == 0 else {
            throw ServerTrouble(text: "\(program) ended with \(process.terminationStatus): \(text)")
        }
        return text
    }
}

struct ServerTrouble: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
}

extension Optional {
    func orThrow(_ text: String) throws -> Wrapped {
        guard let self else { throw ServerTrouble(text: text) }
        return self
    }
}

/// The folder of data and seeds that may stand beside the project.
enum SharedFiles {
    static var url: URL {
        if let path = ProcessInfo.processInfo.environment["FOYER_SHARED"] {
            return URL(filePath: path)
        }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    }
}
