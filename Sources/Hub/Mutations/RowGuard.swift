import Model

/// Lets an intent's writes through where the agent may write: the property of every row before and
/// after, and every row that it refers to anew.
struct RowGuard {
    let transaction: any MutationTransaction

    /// Writes, and tells the row before and after.
    func write(_ write: RowWrite) throws -> AuditChange {
        guard WriteRights.allow(write) else {
            throw Refusal(.readOnly, table: write.table, row: write.id)
        }
        var before: Record?
        if write.kind == .update {
            let record = try visible(write.table, write.id)
            try requireWritable(record)
            before = record
        }
        try requireReferences(write, before)
        try transaction.write(write)
        let after = try visible(write.table, write.id)
        try requireWritable(after)
        return AuditChange(before: before, after: after)
    }

    private func visible(_ table: Table, _ id: RowID) throws -> Record {
        guard let record = try transaction.row(table, id) else {
            throw Refusal(.notFound, table: table, row: id)
        }
        return record
    }

    private func requireWritable(_ record: Record) throws {
        guard try isWritable(record) else {
            throw Refusal(.readOnly, table: record.table, row: record.id)
        }
    }

    /// A visitor belongs to no property: who may write where they spoke may correct them.
    private func isWritable(_ record: Record) throws -> Bool {
        switch Catalogue[record.table].scope {
        case .company: return false
        case .property, .parent:
            guard let property = try transaction.property(of: record) else { return false }
            return transaction.access.writable.contains(property)
        case .referenced(let table, let column):
            return try transaction.rows(table, where: column, is: record.id).contains {
                try isWritable($0)
            }
        }
    }

    /// A row is tied to nothing that the agent cannot see, but what it was tied to before.
    private func requireReferences(_ write: RowWrite, _ before: Record?) throws {
        for column in Catalogue[write.table].columns {
            guard let reference = column.reference, case .id(let id)? = write.values[column.name],
                before?[column.name] != .id(id), id != transaction.access.agent.cast()
            else { continue }
            if try isOrigin(id, of: write, column.name) { continue }
            _ = try visible(reference.table, id)
        }
    }

    /// Whether a conversation goes back to the visitor whom it remembers: merging hides them where
    /// they have no other conversation in scope, and a merge can be undone all the same.
    private func isOrigin(_ id: RowID, of write: RowWrite, _ column: String) throws -> Bool {
        guard write.table == .conversation, column == "user_id" else { return false }
        return try transaction.row(.leadDesk, write.id)?["merged_from"] == .id(id)
    }
}
