import Hub
import Model

@testable import HubPostgres

/// A role of the platform that may write every table, and that has set traps in a schema of its
/// own and in its temporary one, before all others in its search path: look-alikes of whatever a
/// function might look up, that note with whose rights they were called.
struct HostileRole {
    let name: String
    private let platform: Platforms
    private let owner: PostgresConnection

    init(_ platform: Platforms) throws {
        self.platform = platform
        name = "hostile_" + platform.name
        owner = try platform.session()
        try owner.script(
            """
            CREATE ROLE \(name) LOGIN;
            GRANT ALL ON ALL TABLES IN SCHEMA public TO \(name);
            GRANT USAGE ON SCHEMA foyer TO \(name);
            GRANT ALL ON \(Catalogue.own.map(\.table.fullName).joined(separator: ", ")) TO \(name);
            CREATE SCHEMA hostile AUTHORIZATION \(name);
            """
        )
        let session = try platform.session(user: name)
        try session.script("SET search_path = pg_catalog")
        for statement in Self.traps { try session.script(statement) }
    }

    /// A session in which the traps come first.
    func session() throws -> PostgresConnection {
        let session = try platform.session(user: name)
        try session.script("SET search_path = pg_catalog")
        for view in Self.views { try session.script("CREATE TEMP VIEW \(view)") }
        // The temporary schema comes before these for tables and types.
        try session.script("SET search_path = hostile, pg_catalog, public, foyer")
        return session
    }

    /// What was called with the rights of anybody else, each once.
    func caught() throws -> Set<String> {
        let rows = try owner.run(
            "SELECT DISTINCT what FROM hostile.caught WHERE who <> $1",
            [.text(name)]
        )
        return Set((0..<rows.count).map { rows.text($0, 0) })
    }

    func drop() throws {
        try owner.script("DROP OWNED BY \(name) CASCADE; DROP ROLE \(name)")
    }
}

// The traps.
extension HostileRole {
    private static let traps: [String] =
        [
            "CREATE TABLE hostile.caught (who name, what text)",
            "GRANT ALL ON hostile.caught TO PUBLIC",
        ]
        + [function("trap(text)", "bool", "true", note: "$1")]
        + (types + ["record", "anyelement"]).flatMap(comparisons) + operators + functions
        + domains + casts + views.map { "CREATE VIEW hostile.\($0)" }
        + ["GRANT USAGE ON SCHEMA hostile TO PUBLIC"]

    private static let types = [
        "uuid", "text", "name", "varchar", "bool", "int2", "int4", "int8", "xid8", "timestamptz",
    ]

    private static func function(
        _ head: String,
        _ result: String,
        _ value: String,
        note: String? = nil
    ) -> String {
        let words = note ?? "'\(head)'"
        return """
            CREATE FUNCTION hostile.\(head) RETURNS \(result) LANGUAGE plpgsql AS $trap$ BEGIN
                INSERT INTO hostile.caught VALUES (current_user, \(words)); RETURN \(value);
            END $trap$
            """
    }

    private static func comparisons(_ type: String) -> [String] {
        ["=", "<>", "<", ">", "<=", ">="].enumerated().flatMap { number, sign in
            [
                function("compare\(number)(\(type), \(type))", "bool", "true"),
                """
                CREATE OPERATOR hostile.\(sign) (
                    LEFTARG = \(type), RIGHTARG = \(type), FUNCTION = hostile.compare\(number))
                """,
            ]
        }
    }

    private static let operators = [
        function("joined(text, text)", "text", "'x'"),
        "CREATE OPERATOR hostile.|| (LEFTARG = text, RIGHTARG = text, FUNCTION = hostile.joined)",
        function("picked(jsonb, text)", "text", "'x'"),
        "CREATE OPERATOR hostile.->> (LEFTARG = jsonb, RIGHTARG = text, FUNCTION = hostile.picked)",
        function("less(int4)", "int4", "'1'"),
        "CREATE OPERATOR hostile.- (RIGHTARG = int4, FUNCTION = hostile.less)",
    ]

    private static let functions = [
        function("pg_current_xact_id()", "xid8", "'1'"),
        function("current_setting(text)", "text", "'read committed'"),
        function("gen_random_uuid()", "uuid", "'\(OwnSchema.unknownKey)'"),
        function("now()", "timestamptz", "'2026-11-26'"),
    ]

    private static let domains = ["uuid", "text", "xid8", "int2", "bool"].map {
        "CREATE DOMAIN hostile.\($0) AS pg_catalog.\($0) CHECK (hostile.trap('domain \($0)'))"
    }

    private static let casts =
        [
            "CREATE TYPE hostile.key AS ENUM ('a')",
            function("key(pg_catalog.uuid)", "hostile.key", "'a'"),
            """
            CREATE CAST (pg_catalog.uuid AS hostile.key)
            WITH FUNCTION hostile.key(pg_catalog.uuid) AS IMPLICIT
            """,
        ] + comparisons("hostile.key")

    private static let views =
        Table.allCases.map {
            "\($0.sqlName) AS SELECT * FROM \($0.fullName) WHERE \(trap($0.rawValue))"
        }
        + ["new_rows", "old_rows", "change"].map {
            "\($0) AS SELECT * FROM public.message WHERE \(trap($0))"
        }

    private static func trap(_ view: String) -> String { "hostile.trap('view \(view)')" }
}
