package import Model

/// Asks for the digest of everything in the device's scope.
package struct DigestRequest: Codable, Hashable, Sendable {
    /// The checkpoint that the terminal is at.
    package var cursor: String

    package init(cursor: String) {
        self.cursor = cursor
    }
}

/// Digests of the scope's tables at one snapshot of the hub.
package struct DigestResponse: Codable, Hashable, Sendable {
    /// Whether that snapshot is the one the cursor stands for.
    ///
    /// Where it is not, something has changed since: the terminal catches up and asks again.
    package var isAtCursor: Bool
    /// By the table's name.
    package var tables: [String: TableDigest]

    package init(isAtCursor: Bool, tables: [Table: TableDigest]) {
        self.isAtCursor = isAtCursor
        self.tables = Dictionary(
            uniqueKeysWithValues: tables.map { ($0.key.rawValue, $0.value) }
        )
    }
}
