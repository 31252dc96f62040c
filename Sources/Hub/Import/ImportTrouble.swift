/// Why an import was given up, by file, line and column; nothing of it stays.
///
/// It says what is expected and never what is there, which may be a renter's.
package struct ImportTrouble: Error, Hashable, Sendable {
    package var file: String
    package var line: Int?
    package var column: String?
    package var detail: String

    package init(file: String, line: Int? = nil, column: String? = nil, detail: String) {
        self.file = file
        self.line = line
        self.column = column
        self.detail = detail
    }
}

extension ImportTrouble: CustomStringConvertible {
    package var description: String {
        let place = [file, line.map { "line \($0)" }, column.map { "column \($0)" }]
        return place.compactMap(\.self).joined(separator: ", ") + ": " + detail
    }
}
