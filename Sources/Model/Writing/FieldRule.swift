/// Checks of arguments; each refusal names the field, and nothing is ever cut silently.
package enum FieldRule {
    /// A text that must say something, and fits the column it goes into.
    static func filled(
        _ text: String,
        _ field: String,
        _ table: Table,
        _ column: String
    ) throws(Refusal) -> FieldValue {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(.empty, field: field)
        }
        return try fitting(text, field, table, column)
    }

    /// A text that may be left out: nothing to read is NULL, never ''.
    static func optional(
        _ text: String?,
        _ field: String,
        _ table: Table,
        _ column: String
    ) throws(Refusal) -> FieldValue {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return .null }
        return try fitting(text, field, table, column)
    }

    private static func fitting(
        _ text: String,
        _ field: String,
        _ table: Table,
        _ column: String
    ) throws(Refusal) -> FieldValue {
        let limit = Catalogue[table].column(column)?.type.lengthLimit ?? longestText
        guard text.unicodeScalars.count <= limit else {
            throw Refusal(.tooLong, field: field, detail: String(limit))
        }
        // PostgreSQL keeps no NUL.
        guard !text.unicodeScalars.contains("\0") else { throw Refusal(.badValue, field: field) }
        return .text(text)
    }

    /// No more than a list may hold.
    static func few(_ count: Int, _ field: String) throws(Refusal) {
        guard count <= mostRows else {
            throw Refusal(.tooLong, field: field, detail: String(mostRows))
        }
    }

    /// Characters of a text that the platform does not limit; an answer or an email is far below.
    package static let longestText = 20_000
    /// Rows that one intent may name: a day's tours of a large office are fewer.
    package static let mostRows = 500
}
