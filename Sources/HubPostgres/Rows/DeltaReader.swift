import Hub
import Model
import Wire

/// Works out what changed between a position and the transaction at hand.
///
/// The log says which rows; the rows are read as they are. A row that the scope does not have (any
/// more) is a delete.
///
/// An entry holds whose its row was when it was written. A row can be another's by the time its
/// transaction commits: its parent was moved meanwhile, by a transaction that the position may have
/// seen already. Such an entry's transaction was running when the position was taken, or none
/// behind it had ended yet. Entries of those are uncertain: whosever they are, their rows count
/// where they are in scope now, and where they moved or are no more, for then nobody knows whose
/// they were. Any other that is not in scope was never here, or something above it moved, which is
/// told by itself.
/// Where a row is not in scope, the terminal is told to delete it, had or not: an id alone says
/// nothing.
struct DeltaReader {
    private let connection: PostgresConnection
    private let previous: Scope
    private let scope: Scope
    /// What the terminal must be told of.
    private var changed: [Set<RowID>]
    /// Rows that were elsewhere meanwhile, though they are here now.
    ///
    /// What was deleted below them there is in the log of there, so the terminal drops all below
    /// them before it gets the rest.
    private var returned: [Set<RowID>]

    init(_ connection: PostgresConnection, previous: Scope, scope: Scope) {
        self.connection = connection
        self.previous = previous
        self.scope = scope
        changed = Array(repeating: [], count: Table.allCases.count)
        returned = changed
    }

    /// The lines of the difference, `begin` first; nil where it is larger than `limit` bytes.
    mutating func lines(since position: Position, limit: Int) throws -> LineWriter? {
        let left = Set(previous.properties).subtracting(scope.properties)
        let entered = Set(scope.properties).subtracting(previous.properties)
        let whole = entered.map { $0.cast(to: RowKind.Row.self) }
        if !whole.isEmpty { try add(.property, Set(whole), withBelow: true) }
        try collect(since: position, skipping: left.union(entered))
        try collectVisitors()
        guard count <= Self.mostRows else { return nil }
        var lines = LineWriter()
        lines.begin(BeginLine(snapshot: false))
        for property in left.sorted() { lines.leave(property) }
        var rows = LineWriter()
        for table in Table.allCases {
            guard let missing = try write(table, into: &rows, limit: limit) else { return nil }
            lines.delete(table, missing + returned[table.number].sorted())
            guard rows.bytes.count + lines.bytes.count <= limit else { return nil }
        }
        lines.append(rows)
        return lines
    }

    /// Whether nothing of the scope changed since.
    static func isUnchanged(
        _ connection: PostgresConnection,
        since text: String,
        _ scope: Scope,
        _ moment: Moment? = nil
    ) throws -> Bool {
        let now = try moment?.position ?? Position.current(connection)
        // Where a moment is given, the database itself found the position to be sound.
        guard let position = Position(text),
            try moment != nil || position.end(connection, now: now) == nil
        else { return false }
        var reader = DeltaReader(connection, previous: scope, scope: scope)
        try reader.collect(since: position, skipping: [])
        return reader.count == 0
    }

    /// Whether there was nothing to tell.
    var isEmpty: Bool { count == 0 && previous == scope }

    private var count: Int { changed.reduce(0) { $0 + $1.count } }

    /// More rows than that do not fit into a body anyway: the smallest row is some 100 bytes.
    private static let mostRows = 250_000
}

// Which rows.
extension DeltaReader {
    /// Takes the log's entries of the scopes; those of properties that entered or left are in what
    /// is sent of these as a whole.
    private mutating func collect(
        since position: Position,
        skipping: Set<PropertyID>
    ) throws {
        let properties = Set(previous.properties).union(scope.properties).subtracting(skipping)
        let keys =
            properties.map { $0.cast(to: RowKind.Row.self) }
            + scope.companies.map { $0.cast() }
        let log = try connection.run(
            LogQuery.entries,
            [
                .text(position.snapshot), .ids(keys), position.running,
                .text(String(position.bound)), .integer(Self.mostRows + 1),
            ]
        )
        var moved: [Set<RowID>] = Array(repeating: [], count: Table.allCases.count)
        for row in 0..<log.count {
            let number = Int(log.integer(row, 0))
            guard Table.allCases.indices.contains(number) else { continue }
            if let id = log.id(row, 1) {
                changed[number].insert(id)
                if log.boolean(row, 2) { moved[number].insert(id) }
            } else {
                moved[number].formUnion(try collectUncertain(number, since: position))
            }
        }
        try collectReturned(moved)
    }

    /// Takes a table's entries that may be of the scope whatever they say; returns what moved.
    private mutating func collectUncertain(
        _ number: Int,
        since position: Position
    ) throws -> Set<RowID> {
        let log = try connection.run(
            LogQuery.uncertain[number],
            ScopeReader.parameters(scope) + [
                .text(position.snapshot), position.running, .text(String(position.bound)),
                .integer(Self.mostRows + 1),
            ]
        )
        var moved: Set<RowID> = []
        for row in 0..<log.count {
            guard let id = log.id(row, 0) else { continue }
            changed[number].insert(id)
            if log.boolean(row, 1) { moved.insert(id) }
        }
        return moved
    }

    /// What moved and is here goes down whole, with all below it.
    private mutating func collectReturned(_ moved: [Set<RowID>]) throws {
        for table in Table.allCases
        where !moved[table.number].isEmpty && !Catalogue.children(of: table).isEmpty {
            let here = try visible(table, moved[table.number])
            returned[table.number].formUnion(here)
            try add(table, here, withBelow: true)
        }
    }

    private mutating func add(_ table: Table, _ ids: Set<RowID>, withBelow: Bool) throws {
        changed[table.number].formUnion(ids)
        guard withBelow, !ids.isEmpty, count <= Self.mostRows else { return }
        for (child, column) in Catalogue.children(of: table) {
            let below = try self.ids(
                "SELECT id FROM \(child.sqlName) WHERE \(column) = ANY ($1::uuid[])",
                [.ids(ids)]
            )
            try add(child, below, withBelow: !Catalogue.children(of: child).isEmpty)
        }
    }

    /// With a conversation goes its visitor, whom the terminal may not have had a reason to know.
    private mutating func collectVisitors() throws {
        let conversations = changed[Table.conversation.number]
        guard !conversations.isEmpty else { return }
        let visitors = try ids(
            "SELECT user_id FROM conversation WHERE id = ANY ($1::uuid[])",
            [.ids(conversations)]
        )
        changed[Table.user.number].formUnion(visitors)
    }

    private func visible(_ table: Table, _ ids: Set<RowID>) throws -> Set<RowID> {
        try self.ids(
            DeltaQuery.all[table.number].visible,
            ScopeReader.parameters(scope) + [.ids(ids)]
        )
    }

    private func ids(_ sql: String, _ parameters: [PostgresValue]) throws -> Set<RowID> {
        let rows = try connection.run(sql, parameters)
        return Set((0..<rows.count).compactMap { rows.id($0, 0) })
    }
}

// The rows themselves.
extension DeltaReader {
    /// Writes the changed rows of a table that are there and visible; returns the others, or nil
    /// where there is more than `limit` bytes.
    private func write(
        _ table: Table,
        into lines: inout LineWriter,
        limit: Int
    ) throws -> [RowID]? {
        let query = DeltaQuery.all[table.number]
        let ids = changed[table.number].sorted()
        var missing = Set(ids)
        for start in stride(from: 0, to: ids.count, by: Self.batch) {
            let batch = ids[start..<min(start + Self.batch, ids.count)]
            let parameters = ScopeReader.parameters(scope) + [.ids(batch)]
            let rows = try connection.run(query.row, parameters)
            for row in 0..<rows.count {
                query.encoder.encode(rows, row, into: &lines)
                if let id = rows.id(row, query.encoder.count) { missing.remove(id) }
            }
            guard lines.bytes.count <= limit else { return nil }
        }
        return missing.sorted()
    }

    /// Rows a query: what is held of them besides the body is some megabytes.
    private static let batch = 5_000
}

/// A table's queries by ids, with the predicate of who may see the row.
private struct DeltaQuery: Sendable {
    /// By the table's number.
    static let all: [DeltaQuery] = Table.allCases.map(DeltaQuery.init)

    let encoder: RowEncoder
    let row: String
    let visible: String

    private init(_ table: Table) {
        encoder = RowEncoder(table)
        // Every query names all three parameters, or their types could not be told.
        let isVisible = ScopeKey.isVisible(Catalogue[table], "t", ScopeReader.membership)
        let rest = """
            FROM \(table.sqlName) AS t
            WHERE t.id = ANY ($3::uuid[]) AND \(isVisible)
                AND cardinality($1::uuid[] || $2::uuid[]) > 0
            """
        row = "SELECT \(RowEncoder.columns(table)), t.id \(rest) ORDER BY t.id"
        visible = "SELECT t.id \(rest)"
    }
}
