package import Foundation
package import Model

/// The CSV files of a directory, one a table, named like it.
package struct ImportFiles: Sendable {
    /// Parents before children, as they are imported.
    package let files: [(table: Table, url: URL)]

    /// Looks into the directory; other kinds of files are left alone.
    package init(directory: URL) throws(ImportTrouble) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        } catch {
            throw ImportTrouble(file: directory.path, detail: "the directory cannot be read")
        }
        var found: [Table: URL] = [:]
        for name in names.sorted() where name.hasSuffix(".csv") {
            let stem = String(name.dropLast(4))
            guard let table = Table(rawValue: stem) else {
                let hint = Nearest.hint(to: stem, among: Table.allCases.map(\.rawValue))
                throw ImportTrouble(file: name, detail: "there is no table \(stem)\(hint)")
            }
            found[table] = directory.appendingPathComponent(name)
        }
        guard !found.isEmpty else {
            throw ImportTrouble(
                file: directory.path,
                detail: "there is no CSV file; one a table is expected, such as message.csv"
            )
        }
        files = Table.allCases.compactMap { table in found[table].map { (table, $0) } }
    }
}
