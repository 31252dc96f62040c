/// The rows that a rule may look at: a terminal's replica with what waits on it, or the hub's
/// database within a transaction.
///
/// What is not in the agent's scope is not there.
package protocol OfficeRows {
    /// One row; nil where there is none.
    func row(_ table: Table, _ id: RowID) throws -> Record?

    /// The rows of a table whose column, one that refers to another table, holds that id.
    func rows(_ table: Table, where column: String, is id: RowID) throws -> [Record]

    /// The tours that begin within a stretch of time and are one of these agents', or at the
    /// property, of any status.
    func tours(
        of agents: Set<AgentID>,
        at property: PropertyID,
        between times: Range<Timestamp>
    ) throws -> [Record]
}

extension OfficeRows {
    /// A row that must be there.
    func required<Kind>(_ table: Table, _ id: Identifier<Kind>) throws -> Record {
        guard let row = try row(table, id.cast()) else {
            throw Refusal(.notFound, table: table, row: id.cast())
        }
        return row
    }

    /// The property whose a row is, by the way that decides who may see it; nil where the way is
    /// broken, and for what belongs to a company.
    package func property(of record: Record) throws -> PropertyID? {
        switch Catalogue[record.table].scope {
        case .property: return record.id.cast()
        case .company, .referenced: return nil
        case .parent(let column, let parent):
            guard let id: RowID = record.id(column) else { return nil }
            if parent == .property { return id.cast() }
            guard let above = try row(parent, id) else { return nil }
            return try property(of: above)
        }
    }

    /// The property of a conversation, which must have one.
    func property(of conversation: ConversationID) throws -> PropertyID {
        let record = try required(.conversation, conversation)
        guard let property = try property(of: record) else {
            throw Refusal(.notFound, table: .conversation, row: record.id)
        }
        return property
    }

    /// What the office made of a conversation; nil where nothing yet.
    func desk(of conversation: ConversationID) throws -> Record? {
        try row(.leadDesk, conversation.cast())
    }
}
