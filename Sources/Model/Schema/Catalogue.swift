/// The one place that knows the platform's tables and columns, as its owners wrote them in their
/// schema document, and ours beside them.
///
/// The replica's and the embedded hub's tables, the columns on the wire, scope, form lengths and
/// what must never travel all derive from it. A test holds it against the information schema of a
/// PostgreSQL made from the platform's own SQL.
package enum Catalogue {
    /// Every table, parents before children.
    package static let tables: [TableSchema] = Table.allCases.map(schema)

    /// The platform's tables alone.
    package static let platform: [TableSchema] = tables.filter { !$0.table.isOwn }

    /// Ours that travel.
    package static let own: [TableSchema] = tables.filter(\.table.isOwn)

    /// What the catalogue knows of a table.
    package static subscript(_ table: Table) -> TableSchema { tables[table.number] }

    /// The tables whose rows belong to their scope through a row of this one, with the column that
    /// names it.
    package static func children(of table: Table) -> [(table: Table, column: String)] {
        tables.compactMap { schema in
            guard case .parent(let column, table) = schema.scope else { return nil }
            return (schema.table, column)
        }
    }

    private static func schema(_ table: Table) -> TableSchema {
        switch table {
        case .company: company
        case .property: property
        case .propertyManager: propertyManager
        case .propertyManagerAssignment: propertyManagerAssignment
        case .chatbot: chatbot
        case .faq: faq
        case .user: user
        case .conversation: conversation
        case .message: message
        case .leadNotification: leadNotification
        case .websiteIntegration: websiteIntegration
        case .urlPropertyMapping: urlPropertyMapping
        case .amplitudeAnalytics: amplitudeAnalytics
        case .emailDrafts: emailDrafts
        case .emailCampaigns: emailCampaigns
        case .tasks: tasks
        case .tours: tours
        case .calendarIntegrations: calendarIntegrations
        case .propertySettings: propertySettings
        case .leadDesk: leadDesk
        case .leadActivity: leadActivity
        case .tourEvent: tourEvent
        }
    }
}
