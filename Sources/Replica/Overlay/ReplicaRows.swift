import Foundation
import GRDB
import Model

/// The replica's rows as the rules of `Model` read them: what is shown, with what waits to be sent.
struct ReplicaRows: OfficeRows {
    let db: Database

    /// The columns of a table in the order in which a record reads them.
    static func columns(of table: Model.Table) -> String { columns[table] ?? "*" }

    private static let columns = Dictionary(
        uniqueKeysWithValues: Model.Table.allCases.map { table in
            let names = Catalogue[table].travelling.map { "\"\($0.name)\"" }
            return (table, names.joined(separator: ", "))
        }
    )

    private static func select(_ table: Model.Table) -> String {
        "SELECT \(columns(of: table)) FROM \(ReplicaSchema.name(table))"
    }

    func row(_ table: Model.Table, _ id: RowID) throws -> Record? {
        let sql = "\(Self.select(table)) WHERE id = ?"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id.data])
            .flatMap { Record(table, $0) }
    }

    func rows(_ table: Model.Table, where column: String, is id: RowID) throws -> [Record] {
        precondition(Catalogue[table].column(column) != nil, "\(table.rawValue).\(column)")
        let sql = "\(Self.select(table)) WHERE \"\(column)\" = ?"
        // A handful, sorted here: an index of its own for each order would cost every load.
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id.data])
            .compactMap { Record(table, $0) }.sorted { $0.id < $1.id }
    }

    func tours(
        of agents: Set<AgentID>,
        at property: PropertyID,
        between times: Range<Timestamp>
    ) throws -> [Record] {
        // A day has few tours; who gives them is looked at here.
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "\(Self.select(.tours)) WHERE tour_datetime >= ? AND tour_datetime < ?"
            ),
            arguments: [times.lowerBound.text, times.upperBound.text]
        )
        return rows.compactMap { Record(.tours, $0) }.filter { tour in
            if tour.id("property_id") == property { return true }
            return tour.id("property_manager_id").map(agents.contains) ?? false
        }
    }
}

extension Record {
    /// A row of one of the replicated tables, with the columns of `ReplicaRows.columns(of:)` in
    /// that order, since looking each up by its name takes longer than reading it; nil where it has
    /// no id.
    init?(_ table: Model.Table, _ row: Row) {
        let columns = Catalogue[table].travelling
        guard let place = columns.firstIndex(where: { $0.name == "id" }),
            let id = RowID(row, place)
        else { return nil }
        var values: [String: FieldValue] = Dictionary(minimumCapacity: columns.count)
        for (index, column) in columns.enumerated() {
            values[column.name] = FieldValue(row[index], as: column.storage)
        }
        self.init(table, id, values)
    }
}

extension FieldValue {
    /// What a column of the replica holds.
    init(_ value: DatabaseValue, as storage: Storage) {
        switch (storage, value.storage) {
        case (_, .null): self = .null
        case (.id, .blob(let data)) where data.count == 16:
            self = .id(data.withUnsafeBytes { RowID(bytes: $0) })
        case (.boolean, .int64(let number)): self = .boolean(number != 0)
        case (.integer, .int64(let number)): self = .integer(number)
        case (_, .string(let text)): self = .text(text)
        case (_, .int64(let number)): self = .text(String(number))
        case (_, .double), (_, .blob): self = .null
        }
    }

    /// The value as a column of the replica keeps it.
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .boolean(let flag): (flag ? 1 : 0).databaseValue
        case .integer(let number): number.databaseValue
        case .id(let id): id.data.databaseValue
        case .text(let text): text.databaseValue
        }
    }
}
