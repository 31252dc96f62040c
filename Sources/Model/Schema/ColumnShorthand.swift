// The vocabulary in which the catalogue is written, so that a table reads like the schema it
// mirrors.

extension Column {
    static let id = Column("id", .uuid, nullable: false, default: .newID)
    static let createdAt = Column("created_at", .timestamptz, default: .now)
    static let updatedAt = Column("updated_at", .timestamptz, default: .now)

    init(
        _ name: String,
        _ type: ColumnType,
        nullable: Bool = true,
        default value: ColumnDefault? = nil,
        references reference: ForeignKey? = nil,
        travels: Bool = true
    ) {
        self.init(
            name: name,
            type: type,
            isNullable: nullable,
            defaultValue: value,
            reference: reference,
            travels: travels
        )
    }

    static func uuid(_ name: String, _ table: Table, _ onDelete: DeleteRule) -> Column {
        Column(name, .uuid, references: ForeignKey(table: table, onDelete: onDelete))
    }

    static func varchar(
        _ name: String,
        _ length: Int,
        nullable: Bool = true,
        default value: String? = nil
    ) -> Column {
        Column(name, .varchar(length), nullable: nullable, default: value.map { .text($0) })
    }

    static func text(_ name: String, nullable: Bool = true) -> Column {
        Column(name, .text, nullable: nullable)
    }

    static func integer(_ name: String, default value: Int? = nil) -> Column {
        Column(name, .integer, default: value.map { .integer($0) })
    }

    static func flag(_ name: String, default value: Bool? = false) -> Column {
        Column(name, .boolean, default: value.map { .boolean($0) })
    }

    static func instant(
        _ name: String,
        nullable: Bool = true,
        default value: ColumnDefault? = nil
    )
        -> Column
    {
        Column(name, .timestamptz, nullable: nullable, default: value)
    }

    static func json(_ name: String) -> Column { Column(name, .jsonb) }

    /// The same column, kept at the hub.
    var kept: Column {
        Column(
            name,
            type,
            nullable: isNullable,
            default: defaultValue,
            references: reference,
            travels: false
        )
    }
}

extension Index {
    init(_ name: String, _ columns: IndexColumn...) {
        self.init(name: name, columns: columns)
    }
}

extension IndexColumn: ExpressibleByStringLiteral {
    package init(stringLiteral name: String) {
        self.init(name: name, isDescending: false)
    }

    static func descending(_ name: String) -> IndexColumn {
        IndexColumn(name: name, isDescending: true)
    }
}
