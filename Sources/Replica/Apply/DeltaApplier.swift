import GRDB
import Model
import Wire

/// Writes a difference into a whole generation: rows by id, removals with all that belongs to them,
/// and then what is derived of whatever was touched.
///
/// It runs within one transaction of the caller's; where it throws, that transaction is of no use
/// any more.
final class DeltaApplier: BodySink {
    private let db: Database
    private let touched: Touched
    private let removal: Removal
    private var targets: [Table: Target] = [:]
    private var target: Target?

    /// The statements of one table, and the column that says what a row belongs to.
    private final class Target {
        let find: CStatement
        let insert: CStatement
        let update: CStatement
        /// Its place among the columns that travel.
        let owner: Int?
        var binder: RowBinder

        init(_ db: Database, _ table: Table, _ binder: RowBinder) throws {
            let columns = Catalogue[table].travelling
            owner = Owner.column(of: table).flatMap { name in
                columns.firstIndex { $0.name == name }
            }
            let name = ReplicaSchema.name(table)
            let ownerName = owner.map { columns[$0].name } ?? "NULL"
            find = try CStatement(db, "SELECT seq, \(ownerName) FROM \(name) WHERE id = ?")
            insert = try CStatement(db, PageLoader.insert(table))
            let settings = columns.map { "\"\($0.name)\" = ?" }.joined(separator: ", ")
            update = try CStatement(db, "UPDATE \(name) SET \(settings) WHERE seq = ?")
            self.binder = binder
        }
    }

    /// The tables that lost rows.
    var shrunk: Set<Table> { removal.shrunk }

    init(_ db: Database) throws {
        self.db = db
        touched = try Touched(db)
        removal = Removal(db, touched)
    }

    /// Drops what the rows that came leave without anything that it belongs to: once all of them
    /// are there, and before anything is laid over them, which would keep an image of what leaves.
    ///
    /// The first difference after a load looks at all rows (`isFirst`): pages are of several
    /// moments, and some of what they hold may belong to nothing.
    func sweep(isFirst: Bool = false) throws {
        if isFirst {
            try removal.dropStrays()
            try removal.dropAllLoneVisitors()
        } else {
            try removal.dropVisitors()
        }
    }

    /// Writes what is derived of all that was touched; the last thing to do.
    func finish() throws {
        if !touched.isEmpty { try Derivation.writeTouched(db) }
        try touched.forget()
    }

    func table(_ table: Table, columns: [String]) throws {
        let binder = try RowBinder(table, wireColumns: columns)
        if let known = targets[table] {
            known.binder = binder
            target = known
        } else {
            target = try Target(db, table, binder)
            targets[table] = target
        }
    }

    func row(_ row: ScannedRow) throws {
        guard let target else { throw WireError.malformed("row without a table") }
        let binder = target.binder
        let id = try binder.rowID(row)
        let known = try find(id, target)
        let statement = known == nil ? target.insert : target.update
        try binder.bind(row, to: statement)
        if let known { statement.bind(Int32(binder.count + 1), known.seq) }
        let owner = target.owner.flatMap { binder.id($0, of: row) }
        try touch(binder.table, id, from: known?.owner, to: owner, isNew: known == nil)
        try statement.run()
    }

    func delete(_ table: Table, _ ids: [RowID]) throws {
        try removal.remove(table, ids)
    }

    func leave(_ property: PropertyID) throws {
        try removal.remove(.property, [property.cast()])
    }

    /// Notes what is derived of a row, as it is or as it will be, before a write of the agent's
    /// changes it; no visitor leaves by it.
    func touch(_ record: Record) throws {
        let id = record.id
        switch Owner.of(record.table) {
        case .conversation:
            if record.table == .tasks { try touched.question(id) }
            if let conversation: RowID = record.id("conversation_id") {
                try touched.conversation(conversation, hasText: record.table == .message)
            }
        case .itself: try touched.conversation(id, hasText: true)
        case .visitor: try touched.conversations(of: .user, id)
        case .chatbot: try touched.conversations(of: .chatbot, id)
        case .knowledge: try touched.question(id)
        case .nothing: break
        }
    }

    private func find(_ id: RowID, _ target: Target) throws -> (seq: Int64, owner: RowID?)? {
        target.find.bind(1, id)
        defer { target.find.reset() }
        guard try target.find.step() else { return nil }
        return (target.find.integer(0), target.find.id(1))
    }

    /// Notes, before a row is written, whatever is derived from it.
    private func touch(
        _ table: Table,
        _ id: RowID,
        from old: RowID?,
        to new: RowID?,
        isNew: Bool
    ) throws {
        switch Owner.of(table) {
        case .conversation:
            if table == .tasks { try touched.question(id) }
            let hasText = table == .message
            if let old { try touched.conversation(old, hasText: hasText) }
            if let new, new != old { try touched.conversation(new, hasText: hasText) }
            if table == .message, isNew { touched.messages += 1 }
        case .itself:
            try touched.conversation(id, hasText: isNew || old != new)
            if let old, old != new { try removal.mayBeAlone(old) }
        case .visitor:
            try touched.conversations(of: .user, id)
        case .chatbot:
            if isNew || old != new { try touched.conversations(of: .chatbot, id) }
        case .knowledge:
            try touched.question(id)
        case .nothing:
            break
        }
    }
}

/// What a lead is derived from a table's rows by.
enum Owner {
    /// The conversation that its column `conversation_id` names.
    case conversation
    /// The row is the conversation.
    case itself
    /// The conversations of a visitor.
    case visitor
    /// The conversations of a chatbot.
    case chatbot
    /// A question of its own.
    case knowledge
    /// Nothing is.
    case nothing

    static func of(_ table: Table) -> Owner {
        switch table {
        case .message, .leadNotification, .amplitudeAnalytics, .emailDrafts, .tasks, .tours,
            .leadDesk, .leadActivity:
            .conversation
        case .conversation: .itself
        case .user: .visitor
        case .chatbot: .chatbot
        case .faq: .knowledge
        case .company, .property, .propertyManager, .propertyManagerAssignment,
            .websiteIntegration, .urlPropertyMapping, .emailCampaigns, .calendarIntegrations,
            .propertySettings, .tourEvent:
            .nothing
        }
    }

    /// The column whose old value matters as much as its new one.
    static func column(of table: Table) -> String? {
        switch of(table) {
        case .conversation: "conversation_id"
        case .itself: "user_id"
        case .chatbot: "property_id"
        case .visitor, .knowledge, .nothing: nil
        }
    }
}
