import Model

@testable import World

/// A database of values that holds every rule of the platform's schema and says which one a row
/// breaks.
struct Ledger {
    private(set) var tables: [Table: [RowID: TableRow]] = [:]
    private var uniques: [Table: [[FieldValue]: RowID]] = [:]
    /// What was broken; empty where everything holds.
    private(set) var faults: [String] = []

    func rows(_ table: Table) -> [TableRow] { tables[table].map { Array($0.values) } ?? [] }

    func row(_ table: Table, _ id: RowID) -> TableRow? { tables[table]?[id] }

    mutating func apply(_ change: LiveChange) {
        switch change {
        case .insert(let row): insert(row)
        case .update(let table, let id, let values): update(table, id, values)
        case .delete(let table, let id): delete(table, id)
        }
    }

    mutating func insert(_ row: TableRow) {
        guard let id = row.id else { return fault(row, "has no id") }
        if tables[row.table]?[id] != nil { fault(row, "exists already") }
        check(row)
        tables[row.table, default: [:]][id] = row
        index(row, id)
    }

    private mutating func update(_ table: Table, _ id: RowID, _ values: [String: FieldValue]) {
        guard var row = tables[table]?[id] else {
            return faults.append("\(table.rawValue) \(id): updated, but is not there")
        }
        unindex(row)
        for (name, value) in values {
            guard let place = Catalogue[table].columns.firstIndex(where: { $0.name == name }) else {
                fault(row, "has no column \(name)")
                continue
            }
            row.values[place] = value
        }
        check(row)
        tables[table]?[id] = row
        index(row, id)
    }

    private mutating func delete(_ table: Table, _ id: RowID) {
        guard let row = tables[table]?.removeValue(forKey: id) else {
            return faults.append("\(table.rawValue) \(id): deleted, but is not there")
        }
        unindex(row)
        for schema in Catalogue.tables {
            for column in schema.columns {
                guard let reference = column.reference, reference.table == table else { continue }
                follow(reference.onDelete, schema.table, column.name, id)
            }
        }
    }

    /// What the schema does to the rows that refer to a deleted one.
    private mutating func follow(
        _ rule: DeleteRule,
        _ table: Table,
        _ column: String,
        _ id: RowID
    ) {
        let children = rows(table).filter { $0[column] == .id(id) }
        for child in children {
            guard let childID = child.id else { continue }
            switch rule {
            case .cascade: delete(table, childID)
            case .setNull: update(table, childID, [column: .null])
            case .unchecked: break
            case .refuse: fault(child, "refuses the delete of \(id)")
            }
        }
    }

    private mutating func check(_ row: TableRow) {
        for fault in RowRules.faults(of: row) { self.fault(row, fault) }
        for (column, value) in zip(Catalogue[row.table].columns, row.values) {
            guard let reference = column.reference, case .id(let id) = value else { continue }
            if tables[reference.table]?[id] == nil {
                fault(row, "\(column.name) refers to no row of \(reference.table.rawValue)")
            }
        }
    }

    private mutating func index(_ row: TableRow, _ id: RowID) {
        for key in keys(of: row) {
            if let other = uniques[row.table]?[key], other != id { fault(row, "is not unique") }
            uniques[row.table, default: [:]][key] = id
        }
    }

    private mutating func unindex(_ row: TableRow) {
        for key in keys(of: row) { uniques[row.table]?[key] = nil }
    }

    private func keys(of row: TableRow) -> [[FieldValue]] {
        Catalogue[row.table].uniques.compactMap { columns in
            let values = columns.map { row[$0] }
            return values.contains(.null) ? nil : columns.map { .text($0) } + values
        }
    }

    private mutating func fault(_ row: TableRow, _ text: String) {
        faults.append("\(row.table.rawValue) \(row.id?.text ?? "-"): \(text)")
    }
}
