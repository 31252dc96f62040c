import GRDB
package import Model

// What a replica holds, for whoever looks after the terminal.
extension ReplicaReader {
    /// The version of the replica's tables that this program makes.
    package static let version = ReplicaSchema.version

    /// How many rows each table has; counts along an index, so ten million take a second.
    package func rowCounts() throws -> [Model.Table: Int] {
        try read { db in
            var counts: [Model.Table: Int] = [:]
            for table in Model.Table.allCases {
                let name = ReplicaSchema.name(table)
                counts[table] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(name)")
            }
            return counts
        } ?? [:]
    }

    /// The version of SQLite that reads it; nil where there is nothing to read.
    package func engineVersion() throws -> String? {
        try read { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? nil
    }
}
