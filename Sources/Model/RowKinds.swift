/// The kinds of rows that ids are told apart by; none has values.
package enum RowKind {
    /// A row of `company`.
    package enum Company {}
    /// A row of `property`.
    package enum Property {}
    /// A row of `property_manager`: an agent.
    package enum Agent {}
    /// A row of `conversation`: a lead.
    package enum Conversation {}
    /// A row of `message`.
    package enum Message {}
    /// A row of `"user"`: a visitor.
    package enum Visitor {}
    /// A row of `tours`.
    package enum Tour {}
    /// A row of `tasks`, `faq` or `message` that holds a question.
    package enum Question {}
    /// A row of any table, where the table stands beside it.
    package enum Row {}
    /// An enrolled terminal.
    package enum Device {}
    /// Something that an agent wants done.
    package enum Mutation {}
    /// A row of `faq`.
    package enum Knowledge {}
    /// A row of `email_drafts`.
    package enum Draft {}
    /// A row of `foyer.lead_activity`.
    package enum Activity {}
    /// A row of `property_manager_assignment`.
    package enum Assignment {}
}

package typealias CompanyID = Identifier<RowKind.Company>
package typealias PropertyID = Identifier<RowKind.Property>
package typealias AgentID = Identifier<RowKind.Agent>
package typealias ConversationID = Identifier<RowKind.Conversation>
package typealias MessageID = Identifier<RowKind.Message>
package typealias VisitorID = Identifier<RowKind.Visitor>
package typealias TourID = Identifier<RowKind.Tour>
package typealias QuestionID = Identifier<RowKind.Question>
package typealias RowID = Identifier<RowKind.Row>
package typealias DeviceID = Identifier<RowKind.Device>
package typealias MutationID = Identifier<RowKind.Mutation>
package typealias KnowledgeID = Identifier<RowKind.Knowledge>
package typealias DraftID = Identifier<RowKind.Draft>
package typealias ActivityID = Identifier<RowKind.Activity>
package typealias AssignmentID = Identifier<RowKind.Assignment>
