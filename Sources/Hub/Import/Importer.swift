import Foundation
package import Model

/// Brings a directory of CSV files into a store, in one transaction.
package struct Importer: Sendable {
    private let store: any HubStore

    package init(store: any HubStore) {
        self.store = store
    }

    /// Imports the files; returns how many rows each table got.
    package func run(_ files: ImportFiles) async throws -> [(table: Table, rows: Int)] {
        let counts = ImportCounts()
        let result = try await store.importing { (sink: any RowSink) throws(ImportTrouble) in
            for (table, url) in files.files {
                counts.add(table, try TableImport(table, url).run(into: sink))
            }
        }
        try result.get()
        return counts.all
    }
}

/// Brings one file into its table.
private struct TableImport {
    private let table: Table
    private let url: URL
    private var file: String { url.lastPathComponent }

    init(_ table: Table, _ url: URL) {
        self.table = table
        self.url = url
    }

    func run(into sink: any RowSink) throws(ImportTrouble) -> Int {
        guard let handle = try? FileHandle(forReadingFrom: url) else {
            throw ImportTrouble(file: file, detail: "the file cannot be read")
        }
        defer { try? handle.close() }
        var reader = CSVReader(handle)
        guard let header = try record(&reader) else {
            throw ImportTrouble(file: file, line: 1, detail: "expected a line of column names")
        }
        let columns = try columns(header)
        var rows = 0
        while let record = try record(&reader) {
            try insert(record, columns, sink)
            rows += 1
        }
        return rows
    }

    private func record(_ reader: inout CSVReader) throws(ImportTrouble) -> [CSVField]? {
        do throws(CSVTrouble) {
            return try reader.record()
        } catch {
            throw ImportTrouble(file: file, line: error.line, detail: error.detail)
        }
    }

    private func columns(_ header: [CSVField]) throws(ImportTrouble) -> [Column] {
        var columns: [Column] = []
        for field in header {
            guard let column = Catalogue[table].column(field.text) else {
                let names = Catalogue[table].columns.map(\.name)
                let hint = Nearest.hint(to: field.text, among: names)
                let detail = "\(table.rawValue) has no column \(field.text)\(hint)"
                throw ImportTrouble(file: file, line: field.line, detail: detail)
            }
            guard !columns.contains(column) else {
                throw ImportTrouble(
                    file: file,
                    line: field.line,
                    column: column.name,
                    detail: "the column is named twice"
                )
            }
            columns.append(column)
        }
        return columns
    }

    private func insert(
        _ record: [CSVField],
        _ columns: [Column],
        _ sink: any RowSink
    ) throws(ImportTrouble) {
        let line = record.first?.line
        guard record.count == columns.count else {
            throw ImportTrouble(
                file: file,
                line: line,
                detail: "expected \(columns.count) fields as the first line has; "
                    + "there are \(record.count)"
            )
        }
        var values: [FieldValue] = []
        for (field, column) in zip(record, columns) { values.append(try value(field, column)) }
        let names = columns.map(\.name)
        if let broken = Catalogue[table].checks.first(where: { $0.isBroken(names, values) }) {
            throw ImportTrouble(
                file: file,
                line: line,
                column: broken.columns[0],
                detail: broken.expectation
            )
        }
        do throws(RowRefusal) {
            try sink.insert(table, columns, values)
        } catch {
            throw ImportTrouble(
                file: file,
                line: line,
                column: error.column,
                detail: error.reason
            )
        }
    }

    /// An empty field without quotes is no value.
    private func value(
        _ field: CSVField,
        _ column: Column
    ) throws(ImportTrouble) -> FieldValue {
        if field.text.isEmpty, !field.isQuoted {
            guard column.isNullable else {
                throw ImportTrouble(
                    file: file,
                    line: field.line,
                    column: column.name,
                    detail: "expected a value"
                )
            }
            return .null
        }
        do throws(FieldText.Mismatch) {
            return try FieldText.parse(field.text, column.type)
        } catch {
            throw ImportTrouble(
                file: file,
                line: field.line,
                column: column.name,
                detail: "expected \(error.expected)"
            )
        }
    }
}
