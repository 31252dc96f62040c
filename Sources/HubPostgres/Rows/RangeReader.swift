import Hub
import Model
import Wire

/// Reads what a scope has of ranges of ids.
struct RangeReader {
    private let connection: PostgresConnection
    private let scope: Scope

    /// Prepares the transaction at hand: a digest reads most of a table, and then the order on disk
    /// is the fastest.
    init(_ connection: PostgresConnection, _ scope: Scope) throws {
        self.connection = connection
        self.scope = scope
        try connection.script("SET LOCAL enable_seqscan = on")
    }

    /// What the parts of a range add up to.
    func digests(of divided: DividedRange) throws -> [TableDigest] {
        var digests = Array(repeating: TableDigest(), count: divided.bounds.ids.count + 1)
        guard let range = parameters(divided.range) else { return digests }
        let rows = try connection.run(
            RangeQuery.all[divided.range.table.number].digests,
            range + [.ids(divided.bounds.ids)]
        )
        for row in 0..<rows.count {
            let part = Int(rows.integer(row, 0))
            guard digests.indices.contains(part) else { continue }
            digests[part] = TableDigest(
                rows: Int(rows.integer(row, 1)),
                sum: UInt64(rows.text(row, 2)) ?? 0
            )
        }
        return digests
    }

    /// Compares a range with what a terminal holds of it.
    func compare(_ held: HeldRange, into lines: inout RepairLines) throws {
        lines.begin(held)
        let query = RangeQuery.all[held.range.table.number]
        if let range = parameters(held.range) {
            try connection.declare("range", query.rows, range)
            try take(query.encoder, into: &lines)
            try connection.script("CLOSE range")
        }
        lines.end()
    }

    private func take(_ encoder: RowEncoder, into lines: inout RepairLines) throws {
        var canonical = CanonicalRow()
        while true {
            let rows = try connection.fetch(Self.batch, from: "range")
            for row in 0..<rows.count {
                guard let id = rows.id(row, encoder.count) else { continue }
                encoder.encode(rows, row, into: &canonical)
                let goesOn = lines.row(id, canonical) { encoder.encode(rows, row, into: &$0) }
                guard goesOn else { return }
            }
            guard rows.count == Self.batch else { return }
        }
    }

    /// Rows a fetch: some 200 kB of messages.
    private static let batch = 1_000

    /// Nil where no id can be in the range.
    private func parameters(_ range: IDRange) -> [PostgresValue]? {
        guard let last = range.last else { return nil }
        return ScopeReader.parameters(scope) + [.id(range.first), .id(last)]
    }
}

/// A table's queries by ranges of what a scope has of it.
struct RangeQuery: Sendable {
    /// By the table's number.
    static let all: [RangeQuery] = Table.allCases.map(RangeQuery.init)

    let encoder: RowEncoder
    /// A line for each part that has rows.
    let digests: String
    /// By id.
    let rows: String

    private init(_ table: Table) {
        encoder = RowEncoder(table)
        let source = Self.source(Catalogue[table])
        digests = """
            SELECT width_bucket(t.id, $5::uuid[]), count(*), \(RowDigest.sum(table)) \(source)
            GROUP BY 1
            """
        rows = "SELECT \(RowEncoder.columns(table)), t.id \(source) ORDER BY t.id"
    }

    /// From the scope's ends to the rows, so that a small part of a large database is found by
    /// indexes; every query names all four parameters, or their types could not be told.
    private static func source(_ schema: TableSchema) -> String {
        let ofChatbots = "JOIN chatbot AS b ON b.property_id = ANY ($1::uuid[]) AND b.id ="
        let (joins, condition) =
            switch schema.scope {
            case .property: ("", "t.id = ANY ($1::uuid[])")
            case .company(let column): ("", "t.\(column) = ANY ($2::uuid[])")
            case .parent(let column, .property): ("", "t.\(column) = ANY ($1::uuid[])")
            case .parent(let column, .chatbot): ("\(ofChatbots) t.\(column)", "true")
            case .parent(let column, .tours):
                (
                    "JOIN tours AS p ON p.id = t.\(column)",
                    "p.property_id = ANY ($1::uuid[])"
                )
            case .parent(let column, _):
                ("JOIN conversation AS c ON c.id = t.\(column) \(ofChatbots) c.chatbot_id", "true")
            case .referenced(_, let column):
                (
                    "",
                    """
                    t.id IN (SELECT c.\(column) FROM conversation AS c \(ofChatbots) c.chatbot_id)
                    """
                )
            }
        return """
            FROM \(schema.table.sqlName) AS t \(joins)
            WHERE \(condition) AND t.id BETWEEN $3::uuid AND $4::uuid
                AND cardinality($1::uuid[] || $2::uuid[]) > 0
            """
    }
}
