import Hub
import Model
import Wire

/// The digest of rows as PostgreSQL computes it, to the bit what `CanonicalRow` says of the same
/// row: only sums come over the connection.
enum RowDigest {
    /// A row's digest as a signed 64-bit number, for a table that goes by the alias `t`.
    static func row(_ table: Table) -> String {
        let fields = Catalogue[table].travelling.map(field).joined(separator: " || ")
        return """
            ('x' || left(encode(sha256(convert_to(\(fields), 'UTF8')), 'hex'), 16))::bit(64)::bigint
            """
    }

    /// The sum of such numbers modulo 2^64, as text.
    static func sum(_ table: Table) -> String {
        let modulus = "18446744073709551616"
        return "(((sum(\(row(table))) % \(modulus)) + \(modulus)) % \(modulus))::text"
    }

    private static func field(_ column: Column) -> String {
        let name = "t." + Table.quoted(column.name)
        let counted =
            switch column.type {
            case .uuid: "'36:' || \(name)::text"
            case .boolean: "CASE WHEN \(name) THEN '1:t' ELSE '1:f' END"
            case .integer, .decimal: "length(\(name)::text) || ':' || \(name)::text"
            case .varchar, .text: "octet_length(\(utf8(name))) || ':' || \(name)"
            case .jsonb: "octet_length(\(utf8(name + "::text"))) || ':' || \(name)::text"
            case .timestamptz:
                "'27:' || " + time(name, "timestamptz", "+00", #"YYYY-MM-DD"T"HH24:MI:SS.US"Z""#)
            case .timestamp:
                "'26:' || " + time(name, "timestamp", "", #"YYYY-MM-DD"T"HH24:MI:SS.US"#)
            case .date: "'10:' || " + day(name)
            }
        // A boolean's CASE says false of NULL.
        return "CASE WHEN \(name) IS NULL THEN '-' ELSE \(counted) END"
    }

    /// The count is of bytes of UTF-8, whatever the server keeps.
    private static func utf8(_ text: String) -> String { "convert_to(\(text), 'UTF8')" }

    /// What lies beyond the years 1 to 9999 is the nearest that can be said, as `PostgresTime` has
    /// it.
    private static func time(
        _ name: String,
        _ type: String,
        _ zone: String,
        _ format: String
    ) -> String {
        """
        to_char(least(greatest(\(name), \(type) '0001-01-01 00:00:00\(zone)'),
            \(type) '9999-12-31 23:59:59.999999\(zone)'), '\(format)')
        """
    }

    private static func day(_ name: String) -> String {
        """
        to_char(least(greatest(\(name), date '0001-01-01'), date '9999-12-31'), 'YYYY-MM-DD')
        """
    }
}
