import Model

/// Where the hub's image of every row is kept that a write changed which is not on the hub yet.
///
/// The images are rows of tables like those they were taken from; `overlay` says which there are,
/// and which rows the hub does not have at all.
enum OverlaySchema {
    static let tables: [String] = [overlay, byConversation] + imaged.map(image)

    /// The tables that intents write to, parents before children.
    static let imaged: [Table] = [
        .user, .conversation, .propertyManagerAssignment, .faq, .leadNotification, .emailDrafts,
        .tasks, .tours, .propertySettings, .leadDesk, .leadActivity, .tourEvent,
    ].sorted { $0.number < $1.number }

    static func name(_ table: Table) -> String { "\"image_\(table.rawValue)\"" }

    /// A query of columns of the rows as the hub has them.
    static func hubsRows(of table: Table, _ names: String) -> String {
        let all = "SELECT \(names) FROM \(ReplicaSchema.name(table))"
        guard imaged.contains(table) else { return all }
        return """
            \(all) WHERE id NOT IN (SELECT id FROM overlay WHERE table_no = \(table.number))
            UNION ALL SELECT \(names) FROM \(name(table))
            """
    }

    /// `conversation_id` is whose row it is, so that a lead can say that it is not on the hub yet.
    private static let overlay = """
        CREATE TABLE overlay (
            table_no INTEGER NOT NULL,
            id BLOB NOT NULL,
            existed INTEGER NOT NULL,
            conversation_id BLOB,
            PRIMARY KEY (table_no, id)
        ) WITHOUT ROWID
        """

    private static let byConversation =
        "CREATE INDEX overlay_conversation ON overlay (conversation_id)"

    private static func image(_ table: Table) -> String {
        let columns = Catalogue[table].travelling.map { "\"\($0.name)\" \($0.storage.typeName)" }
        return """
            CREATE TABLE \(name(table)) (
                \(columns.joined(separator: ",\n    ")),
                PRIMARY KEY ("id")
            ) WITHOUT ROWID
            """
    }
}
