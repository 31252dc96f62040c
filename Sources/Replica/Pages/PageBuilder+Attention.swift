import GRDB
package import Model

extension ReplicaReader {
    /// The refused writes, each with the row that it would change as that stands here by now.
    ///
    /// An edit that is sent again is one of this row, not of the one that was seen when it was
    /// made.
    package func beside(
        _ page: AttentionPage,
        now: Timestamp,
        agent: AgentID
    ) throws -> AttentionPage {
        var page = page
        let rows = try read { db in
            let builder = PageBuilder(db: db, now: now, agent: agent)
            return try page.rows.map { row in
                var row = row
                row.present = try builder.present(row.intent)
                return row
            }
        }
        page.rows = rows ?? page.rows
        return page
    }
}

extension PageBuilder {
    /// The row that an edit would change; nil where it is not here, and of all that is no edit.
    func present(_ intent: Intent) throws -> PresentRow? {
        switch intent {
        case .reviseKnowledge(let rule):
            try knowledge(rule.entry).map(PresentRow.knowledge)
        case .editEmail(let rule): try email(rule.draft).map(PresentRow.email)
        case .correctContact(let rule):
            try ReplicaRows(db: db).row(.user, rule.visitor.cast())
                .map { .contact(CorrectContact.Contact($0)) }
        default: nil
        }
    }
}
