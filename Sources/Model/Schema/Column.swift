/// One column of the platform's schema, with all that anything here needs to know of it.
package struct Column: Sendable, Hashable {
    /// Its name in PostgreSQL, in SQLite and on the wire.
    package let name: String
    /// Its type in PostgreSQL.
    package let type: ColumnType
    /// Whether NULL is allowed.
    package let isNullable: Bool
    /// What a row gets that does not name it.
    package let defaultValue: ColumnDefault?
    /// What it refers to.
    package let reference: ForeignKey?
    /// Whether it may leave the hub.
    ///
    /// Secrets never do; a manager's access does not concern colleagues.
    package let travels: Bool
}

/// The column types that the platform's schema uses.
package enum ColumnType: Sendable, Hashable {
    case uuid
    /// Text of at most so many characters.
    case varchar(Int)
    case text
    case integer
    case boolean
    /// An instant; travels and is stored as UTC text of fixed width.
    case timestamptz
    /// Date and time of no zone.
    case timestamp
    case date
    /// A decimal number of so many digits, of which so many are behind the point.
    case decimal(precision: Int, scale: Int)
    case jsonb

    /// The longest text a form may take, in characters; nil where there is no such limit.
    package var lengthLimit: Int? {
        if case .varchar(let limit) = self { limit } else { nil }
    }
}

/// What a column gets where a writer does not name it.
package enum ColumnDefault: Sendable, Hashable {
    case newID
    case now
    case integer(Int)
    case boolean(Bool)
    case text(String)
}

/// A reference to the `id` of another table.
package struct ForeignKey: Sendable, Hashable {
    package let table: Table
    package let onDelete: DeleteRule
}

/// What becomes of a row when the row it refers to is deleted.
package enum DeleteRule: Sendable, Hashable {
    case cascade
    case setNull
    /// The delete is refused while such a row exists.
    case refuse
    /// Nothing is checked: a row of ours names one of the platform's without a constraint, which
    /// would put a trigger on the platform's table. What is left over is in nobody's scope.
    case unchecked
}
