import Model

extension Refusal {
    /// What the schema refused, as the agent is told it: the column is the field.
    init(_ refusal: RowRefusal) {
        switch refusal.rule {
        case .duplicate where refusal.column == "id": self.init(.changed, table: refusal.table)
        case .duplicate: self.init(.duplicate, field: refusal.column)
        case .noSuchParent(let parent):
            self.init(.notFound, field: refusal.column, table: parent)
        case .stillReferred, .check: self.init(.badValue, field: refusal.column)
        }
    }
}
