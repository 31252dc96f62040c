import Hub
import Model

/// The platform's rows as a model: what a change does to them by the schema's delete rules.
struct Platform {
    private(set) var rows: [Table: [RowID: TableRow]] = [:]

    func ids(_ table: Table) -> [RowID] { rows[table, default: [:]].keys.sorted() }

    func row(_ table: Table, _ value: FieldValue) -> TableRow? {
        if case .id(let id) = value { rows[table]?[id] } else { nil }
    }

    mutating func apply(_ change: StoreChange) {
        switch change {
        case .insert(let row):
            if let id = row.id { rows[row.table, default: [:]][id] = row }
        case .update(let table, let id, let values):
            guard let row = rows[table]?[id] else { return }
            rows[table]?[id] = row.with(values)
        case .delete(let table, let id): delete(table, id)
        }
    }

    private mutating func delete(_ table: Table, _ id: RowID) {
        rows[table]?[id] = nil
        for schema in Catalogue.tables {
            for column in schema.columns where column.reference?.table == table {
                for (other, row) in rows[schema.table, default: [:]]
                where row[column.name] == .id(id) {
                    switch column.reference?.onDelete {
                    case .cascade: delete(schema.table, other)
                    case .setNull: rows[schema.table]?[other] = row.with([column.name: .null])
                    case .refuse, .unchecked, nil: break
                    }
                }
            }
        }
    }
}

extension TableRow {
    /// The same row with other values in some columns.
    func with(_ values: [String: FieldValue]) -> TableRow {
        var row = self
        for (index, column) in Catalogue[table].columns.enumerated() {
            if let value = values[column.name] { row.values[index] = value }
        }
        return row
    }
}
