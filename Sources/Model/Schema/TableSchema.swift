/// One table of the platform's schema: columns, checks, uniqueness, indexes, and the way from a row
/// to who may see it.
package struct TableSchema: Sendable {
    package let table: Table
    package let columns: [Column]
    /// Table and column checks, as meaning; every dialect writes them its own way.
    package let checks: [Check]
    /// Columns that are unique together, beside `id`.
    package let uniques: [[String]]
    /// The platform's own indexes.
    package let indexes: [Index]
    /// The way from a row to the property or company that decides who sees it.
    package let scope: ScopePath

    /// The columns that may leave the hub, in order; the wire's and the replica's.
    package var travelling: [Column] { columns.filter(\.travels) }

    /// The column of that name, if there is one.
    package func column(_ name: String) -> Column? { columns.first { $0.name == name } }
}

/// A check of the schema, as meaning.
package enum Check: Sendable, Hashable {
    case notNegative(String)
    case oneOf(String, [String])
    /// The first is NULL or not below the second; numbers or dates.
    case notBelow(String, String)
    /// The first is NULL or above the second.
    case above(String, String)

    /// The columns it speaks of.
    package var columns: [String] {
        switch self {
        case .notNegative(let column), .oneOf(let column, _): [column]
        case .notBelow(let column, let other), .above(let column, let other): [column, other]
        }
    }
}

/// An index of the platform's.
package struct Index: Sendable, Hashable {
    package let name: String
    package let columns: [IndexColumn]
}

/// A column of an index and its direction.
package struct IndexColumn: Sendable, Hashable {
    package let name: String
    package let isDescending: Bool
}

/// How a row belongs to a property or a company.
///
/// Deny by default: a row whose way is broken by a NULL is in nobody's scope.
package enum ScopePath: Sendable, Hashable {
    /// The row is the property.
    case property
    /// The row belongs to the company that this column names.
    case company(column: String)
    /// The row belongs to whatever the parent belongs to.
    case parent(column: String, table: Table)
    /// The row is seen wherever a row of that table in scope refers to it.
    case referenced(by: Table, column: String)
}
