/// JSON as PostgreSQL writes `jsonb`: a space behind colon and comma, shorter keys first.
enum JSONText {
    /// A list of plain words; nil where there are none.
    static func list(_ words: [String]) -> String? {
        words.isEmpty ? nil : "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }
}
