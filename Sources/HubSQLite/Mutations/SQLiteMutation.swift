import Foundation
import GRDB
import Hub
import Model

extension DatabaseError: DatabaseFault {}

/// A mutation's transaction; the file has one writer, so nothing needs to be locked.
final class SQLiteMutation: MutationTransaction {
    let access: AgentAccess
    let database: Database
    private let writer: RowWriter

    /// Nil where there is no such agent.
    init?(_ database: Database, _ agent: AgentID, _ now: Timestamp) throws {
        guard let access = try ScopeReader.access(database, agent, now) else { return nil }
        self.access = access
        self.database = database
        writer = RowWriter(database)
        try ScopeTables.fill(database, access.scope)
    }

    func lock(_ keys: [LockKey]) throws {}

    func write(_ write: RowWrite) throws { try writer.write(write) }

    func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        var value: Value?
        try database.inSavepoint {
            value = try body()
            return .commit
        }
        guard let value else { throw HubTrouble.unavailable("a savepoint was not kept") }
        return value
    }
}

// Rows.
extension SQLiteMutation {
    func row(_ table: Table, _ id: RowID) throws -> Record? {
        try records(table, "t.id = ? AND \(isVisible(table))", [.id(id)]).first
    }

    func rows(_ table: Table, where column: String, is id: RowID) throws -> [Record] {
        precondition(Catalogue[table].column(column)?.reference != nil, "a reference")
        let condition = "t.\(Table.quoted(column)) = ? AND \(isVisible(table))"
        return try records(table, condition, [.id(id)])
    }

    func tours(
        of agents: Set<AgentID>,
        at property: PropertyID,
        between times: Range<Timestamp>
    ) throws -> [Record] {
        let time = "t.tour_datetime >= ? AND t.tour_datetime < ? AND"
        let bounds: [FieldValue] = [.instant(times.lowerBound), .instant(times.upperBound)]
        let here = try records(.tours, "\(time) t.property_id = ?", bounds + [.id(property)])
        let elsewhere = try agents.sorted().flatMap { agent in
            try records(.tours, "\(time) t.property_manager_id = ?", bounds + [.id(agent)])
        }
        return here + elsewhere.filter { $0["property_id"] != .id(property) }
    }

    private func isVisible(_ table: Table) -> String {
        ScopeTables.isVisible(Catalogue[table], "t")
    }

    private func records(
        _ table: Table,
        _ condition: String,
        _ values: [FieldValue]
    ) throws -> [Record] {
        let columns = Catalogue[table].travelling
        let statement = try RawStatement(
            database,
            """
            SELECT \(RowEncoder.columns(table)) FROM \(table.sqlName) AS t
            WHERE \(condition) ORDER BY t.id
            """
        )
        defer { statement.reset() }
        for (index, value) in values.enumerated() { statement.bind(Int32(index + 1), value) }
        var records: [Record] = []
        while try statement.step() {
            guard let id = statement.id(0) else { continue }
            var named: [String: FieldValue] = [:]
            for (index, column) in columns.enumerated() {
                named[column.name] = value(statement, Int32(index), column.type)
            }
            records.append(Record(table, id, named))
        }
        return records
    }

    private func value(
        _ statement: RawStatement,
        _ index: Int32,
        _ type: ColumnType
    ) -> FieldValue {
        if statement.isNull(index) { return .null }
        return switch type {
        case .uuid: .id(statement.id(index))
        case .boolean: .boolean(statement.integer(index) != 0)
        case .integer: .integer(statement.integer(index))
        case .varchar, .text, .timestamptz, .timestamp, .date, .decimal, .jsonb:
            .text(statement.text(index))
        }
    }
}
