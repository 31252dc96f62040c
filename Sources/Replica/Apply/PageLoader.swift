import GRDB
import Model
import Wire

/// Writes pages of a snapshot into a generation that nobody looks at yet: plain inserts, no index,
/// nothing derived.
final class PageLoader: BodySink {
    private let db: Database
    private var statements: [Table: CStatement] = [:]
    private var binder: RowBinder?
    private var statement: CStatement?

    init(_ db: Database) {
        self.db = db
    }

    func table(_ table: Table, columns: [String]) throws {
        binder = try RowBinder(table, wireColumns: columns)
        statement = try statements[table] ?? CStatement(db, Self.insert(table))
        statements[table] = statement
    }

    func row(_ row: ScannedRow) throws {
        guard let binder, let statement else { throw WireError.malformed("row without a table") }
        try binder.bind(row, to: statement)
        try statement.run()
    }

    func delete(_ table: Table, _ ids: [RowID]) throws {
        throw WireError.malformed("page of a snapshot")
    }

    func leave(_ property: PropertyID) throws {
        throw WireError.malformed("page of a snapshot")
    }

    /// A statement that inserts one row, its parameters in the catalogue's order.
    static func insert(_ table: Table) -> String {
        let names = Catalogue[table].travelling.map { "\"\($0.name)\"" }
        let places = names.map { _ in "?" }
        return """
            INSERT INTO \(ReplicaSchema.name(table)) (\(names.joined(separator: ", ")))
            VALUES (\(places.joined(separator: ", ")))
            """
    }
}
