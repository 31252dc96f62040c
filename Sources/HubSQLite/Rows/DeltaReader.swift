import Foundation
import GRDB
import Hub
import Model
import Wire

/// Works out what changed between a position in the log and the transaction at hand.
///
/// The log says which rows; the rows are read as they are. A row that the scope does not have (any
/// more) is a delete.
struct DeltaReader {
    private let database: Database
    private let previous: Scope
    private let scope: Scope
    /// What the terminal must be told of.
    private var changed: [Set<RowID>]
    /// Rows that were elsewhere meanwhile, though they are here now.
    ///
    /// What was deleted below them there is in the log of there, so the terminal drops all below
    /// them before it gets the rest.
    private var returned: [Set<RowID>]
    private var count = 0

    /// Wants the scope's temporary tables filled.
    init(_ database: Database, previous: Scope, scope: Scope) {
        self.database = database
        self.previous = previous
        self.scope = scope
        changed = Array(repeating: [], count: Table.allCases.count)
        returned = changed
    }

    /// The lines of the difference, `begin` first; nil where it is larger than `limit` bytes.
    mutating func lines(since position: LogPosition, limit: Int) throws -> LineWriter? {
        let left = Set(previous.properties).subtracting(scope.properties)
        let entered = Set(scope.properties).subtracting(previous.properties)
        for property in entered.sorted() { try add(.property, property.cast(), withBelow: true) }
        try collect(since: position, skipping: left.union(entered))
        try collectVisitors()
        guard count <= Self.mostRows else { return nil }
        var lines = LineWriter()
        lines.begin(BeginLine(snapshot: false))
        for property in left.sorted() { lines.leave(property) }
        var rows = LineWriter()
        for table in Table.allCases {
            let missing = try write(table, into: &rows, limit: limit)
            lines.delete(table, missing + returned[table.number].sorted())
            guard rows.bytes.count + lines.bytes.count <= limit else { return nil }
        }
        lines.append(rows)
        return lines
    }

    /// Whether nothing of the scope changed since.
    static func isUnchanged(
        _ database: Database,
        since position: String,
        _ scope: Scope
    ) throws -> Bool {
        guard let position = LogPosition(position), try position.end(database) == nil else {
            return false
        }
        var reader = DeltaReader(database, previous: scope, scope: scope)
        try reader.collect(since: position, skipping: [])
        return reader.count == 0
    }

    /// Whether there was nothing to tell.
    var isEmpty: Bool { count == 0 && previous == scope }

    /// More rows than that do not fit into a body anyway: the smallest row is some 100 bytes.
    private static let mostRows = 250_000
}

// Which rows.
extension DeltaReader {
    /// Takes the log's entries of the scopes; those of properties that entered or left are in what
    /// is sent of these as a whole.
    private mutating func collect(
        since position: LogPosition,
        skipping: Set<PropertyID>
    ) throws {
        let properties = Set(previous.properties).union(scope.properties).subtracting(skipping)
        let keys = Set(properties.map { $0.cast(to: RowKind.Row.self) })
            .union(scope.companies.map { $0.cast() })
        let log = try RawStatement(
            database,
            "SELECT table_no, row_id, scope_key, moved FROM foyer_change WHERE seq > ? ORDER BY seq"
        )
        defer { log.reset() }
        log.bind(1, position.seq)
        while try log.step(), count <= Self.mostRows {
            guard let key = log.id(2), keys.contains(key), let row = log.id(1) else { continue }
            let number = Int(log.integer(0))
            guard Table.allCases.indices.contains(number) else { continue }
            let table = Table.allCases[number]
            let hasMoved = log.integer(3) != 0
            try add(table, row, withBelow: hasMoved)
            if hasMoved, try isVisible(table, row) { returned[number].insert(row) }
        }
    }

    private mutating func add(_ table: Table, _ id: RowID, withBelow: Bool) throws {
        if changed[table.number].insert(id).inserted { count += 1 }
        guard withBelow, count <= Self.mostRows, try isVisible(table, id) else { return }
        for (child, column) in Catalogue.children(of: table) {
            let hasChildren = !Catalogue.children(of: child).isEmpty
            for row in try ids(child, where: column, is: id) {
                try add(child, row, withBelow: hasChildren)
            }
        }
    }

    /// With a conversation goes its visitor, whom the terminal may not have had a reason to know.
    private mutating func collectVisitors() throws {
        let statement = try RawStatement(database, "SELECT user_id FROM conversation WHERE id = ?")
        defer { statement.reset() }
        for conversation in changed[Table.conversation.number] {
            statement.reset()
            statement.bind(1, conversation)
            guard try statement.step(), let visitor = statement.id(0) else { continue }
            if changed[Table.user.number].insert(visitor).inserted { count += 1 }
        }
    }

    private func isVisible(_ table: Table, _ id: RowID) throws -> Bool {
        let statement = try RawStatement(database, DeltaQuery.all[table.number].visible)
        defer { statement.reset() }
        statement.bind(1, id)
        return try statement.step()
    }

    private func ids(_ table: Table, where column: String, is id: RowID) throws -> [RowID] {
        let statement = try RawStatement(
            database,
            "SELECT id FROM \(table.sqlName) WHERE \(column) = ? ORDER BY seq"
        )
        defer { statement.reset() }
        statement.bind(1, id)
        var result: [RowID] = []
        while try statement.step() {
            if let id = statement.id(0) { result.append(id) }
        }
        return result
    }
}

// The rows themselves.
extension DeltaReader {
    /// Writes the changed rows of a table that are there and visible; returns the others.
    private func write(
        _ table: Table,
        into lines: inout LineWriter,
        limit: Int
    ) throws -> [RowID] {
        let query = DeltaQuery.all[table.number]
        let statement = try RawStatement(database, query.row)
        defer { statement.reset() }
        var missing: [RowID] = []
        for id in changed[table.number].sorted() {
            statement.reset()
            statement.bind(1, id)
            if try statement.step() {
                query.encoder.encode(statement, into: &lines)
                guard lines.bytes.count <= limit else { break }
            } else {
                missing.append(id)
            }
        }
        return missing
    }
}

/// A table's queries by id, with the predicate of who may see the row.
private struct DeltaQuery {
    /// By the table's number.
    static let all: [DeltaQuery] = Table.allCases.map(DeltaQuery.init)

    let encoder: RowEncoder
    let row: String
    let visible: String

    private init(_ table: Table) {
        encoder = RowEncoder(table)
        let rest = """
            FROM \(table.sqlName) AS t
            WHERE t.id = ? AND \(ScopeTables.isVisible(Catalogue[table], "t"))
            """
        row = "SELECT \(RowEncoder.columns(table)) \(rest)"
        visible = "SELECT 1 \(rest)"
    }
}
