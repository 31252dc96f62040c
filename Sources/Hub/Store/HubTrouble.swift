package import Model

/// Why the hub's store could not do what was asked; each names its thing and the way out.
///
/// It never holds a text of a renter.
package enum HubTrouble: Error, Hashable, Sendable {
    /// The database cannot be opened, read or written.
    case unavailable(String)
    /// There is no database of a hub at that place.
    case notMigrated(place: String)
    /// The database was migrated by a newer hub.
    case newerSchema(place: String, found: Int, known: Int)
    /// Another process serves the database.
    case alreadyServed(place: String)
    /// An address of no known kind of database; it may hold a password.
    case unsupported
    /// What was to be written breaks a rule of the schema.
    case refused(RowRefusal)
}

extension HubTrouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unavailable(let detail):
            "the database is not available: \(detail)"
        case .notMigrated(let place):
            "\(place) is not a hub's database yet; run: foyer-hub migrate --database \(place)"
        case .newerSchema(let place, let found, let known):
            """
            \(place) has schema version \(found), this program knows \(known); use the newer \
            foyer-hub that migrated it
            """
        case .alreadyServed(let place):
            "\(place) is served by another foyer-hub; stop that one first"
        case .unsupported:
            """
            that is neither the path of a file nor an address that begins with postgres://
            """
        case .refused(let refusal):
            refusal.description
        }
    }
}

/// Why one row was not taken.
package struct RowRefusal: Error, Hashable, Sendable {
    /// What rule it breaks.
    package enum Rule: Hashable, Sendable {
        /// Another row has the same value, or values.
        case duplicate
        /// What it refers to is not there.
        case noSuchParent(Table)
        /// Other rows refer to it.
        case stillReferred
        /// A check of the schema, in its words.
        case check(String)
    }

    package var table: Table
    /// The column that is to blame, where one is.
    package var column: String?
    package var rule: Rule

    package init(table: Table, column: String?, rule: Rule) {
        self.table = table
        self.column = column
        self.rule = rule
    }
}

extension RowRefusal: CustomStringConvertible {
    package var description: String {
        "\(table.rawValue)\(column.map { ".\($0)" } ?? ""): \(reason)"
    }

    /// What is wrong, without the place.
    package var reason: String {
        switch rule {
        case .duplicate: "another row has the same value, and it must be unique"
        case .noSuchParent(let parent): "there is no such row in \(parent.rawValue)"
        case .stillReferred: "other rows refer to it"
        case .check(let check): "it breaks the rule “\(check)”"
        }
    }
}
