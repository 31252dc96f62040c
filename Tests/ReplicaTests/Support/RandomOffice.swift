import Model
import Sync

/// A company that changes by chance, with the dirt that real databases have, and what a terminal
/// must hold of it: an independent model of the replica.
struct RandomOffice {
    private(set) var rows: [Table: [RowID: TableRow]] = [:]
    private var chance: SplitMix
    private var made = 0

    init(seed: UInt64) {
        chance = SplitMix(seed: seed)
        put(Office.company())
        for number in 1...3 { put(Office.property(number, name: "House \(number)")) }
        for _ in 0..<60 {
            let row = anyRow()
            if !isStray(row) { put([row]) }
        }
        dropLoneVisitors()
    }

    /// Every row, parents first.
    var all: [TableRow] {
        Table.allCases.flatMap { table in
            (rows[table] ?? [:]).values.sorted { ($0.id ?? zero) < ($1.id ?? zero) }
        }
    }

    /// A body's worth of change, already taken into the model.
    mutating func change() -> Change {
        var change = Change()
        if chance.next() % 12 == 0, let property = anyID(.property) {
            change.leave = [property.cast()]
            remove(.property, [property])
        }
        for _ in 0..<Int.random(in: 0...2, using: &chance) where chance.next() % 3 == 0 {
            let tables: [Table] = [
                .message, .conversation, .tasks, .tours, .faq, .user, .emailDrafts, .chatbot,
                .leadNotification, .amplitudeAnalytics,
            ]
            let table = tables[Int.random(in: 0..<tables.count, using: &chance)]
            guard let id = anyID(table) else { continue }
            change.delete.append((table, [id]))
            remove(table, [id])
        }
        for _ in 0..<Int.random(in: 0...6, using: &chance) {
            let row = anyRow()
            guard !isStray(row) else { continue }
            change.rows.append(row)
            put([row])
        }
        dropLoneVisitors()
        // A hub sends a visitor only where a conversation in scope refers to them.
        change.rows.removeAll { row in
            row.table == .user && row.id.map { rows[.user]?[$0] == nil } ?? true
        }
        return change
    }

    struct Change {
        var rows: [TableRow] = []
        var delete: [(Table, [RowID])] = []
        var leave: [PropertyID] = []
    }

    /// A hub sends what hangs below a conversation only where that is in scope.
    private func isStray(_ row: TableRow) -> Bool {
        guard case .parent(let column, .conversation) = Catalogue[row.table].scope,
            case .id(let id) = row[column]
        else { return false }
        return rows[.conversation]?[id] == nil
    }

    private mutating func put(_ new: [TableRow]) {
        for row in new { if let id = row.id { rows[row.table, default: [:]][id] = row } }
    }

    private mutating func dropLoneVisitors() {
        let used = Set((rows[.conversation] ?? [:]).values.map { $0["user_id"] })
        rows[.user] = rows[.user]?.filter { used.contains(.id($0.key)) }
    }

    /// Removes rows with all that belongs to them.
    private mutating func remove(_ table: Table, _ ids: Set<RowID>) {
        for child in Catalogue.children(of: table) {
            let doomed = (rows[child.table] ?? [:]).filter { _, row in
                if case .id(let parent) = row[child.column] { ids.contains(parent) } else { false }
            }
            if !doomed.isEmpty { remove(child.table, Set(doomed.keys)) }
        }
        for id in ids { rows[table]?[id] = nil }
    }
}

// Rows by chance; small numbers, so that rows meet again.
extension RandomOffice {
    private var zero: RowID { RowID(high: 0, low: 0) }

    private mutating func anyID(_ table: Table) -> RowID? {
        let ids = (rows[table] ?? [:]).keys.sorted()
        return ids.isEmpty ? nil : ids[Int.random(in: 0..<ids.count, using: &chance)]
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &chance)
    }

    private mutating func one(_ choices: [String?]) -> String? {
        choices[Int.random(in: 0..<choices.count, using: &chance)]
    }

    private mutating func time(nullable: Bool = true) -> Timestamp? {
        if nullable, chance.next() % 8 == 0 { return nil }
        let minutes = Duration.seconds(60 * Int64(number(0...6_000)))
        return instant("2026-11-20T00:00:00Z").advanced(by: minutes)
    }

    private mutating func words() -> String {
        let words = [
            "parking", "Parking?", "cats", "DOGS", "tour", "王美咲", "¿dónde", "included", "\n",
            "it's",
            "👍", "\"quoted\"",
        ]
        return (0..<number(1...4)).map { _ in words[number(0...words.count - 1)] }
            .joined(separator: " ")
    }

    private mutating func anyRow() -> TableRow {
        switch number(0...19) {
        case 0: return Office.property(number(1...3), name: "House \(number(1...9))")[0]
        case 1: return chatbot()
        case 2...3: return visitor()
        case 4...7: return conversation()
        case 8...11: return message()
        case 12...13: return task()
        case 14: return faq()
        case 15...16: return tour()
        case 17: return notification()
        case 18: return draft()
        default: return analytics()
        }
    }

    private mutating func chatbot() -> TableRow {
        let property = number(0...3)
        return Office.row(
            .chatbot,
            number(1...3),
            [
                "property_id": Office.ref(.property, property == 0 ? nil : property),
                "name": .text("Bot"),
            ]
        )
    }

    private mutating func visitor() -> TableRow {
        Office.visitor(
            number(1...8),
            first: one([nil, "", "Jordan", "美咲"]),
            last: one([nil, "Park", "王"]),
            email: one([nil, nil, "j@example.com"]),
            browser: one([nil, "b1", "b2"])
        )
    }

    private mutating func conversation() -> TableRow {
        let user = number(0...8)
        let bot = number(0...3)
        return Office.conversation(
            number(1...12),
            chatbot: bot == 0 ? nil : bot,
            visitor: user == 0 ? nil : user,
            status: one([nil, "active", "completed", "abandoned", "handed_off", "qualified", "??"]),
            [
                "start_time": .instant(time()), "end_time": .instant(time()),
                "lead_score": number(0...3) == 0 ? .null : .integer(Int64(number(-5...120))),
                "is_book_tour": .boolean(chance.next() % 2 == 0),
                "move_in_date": .text(one([nil, "2026-12-01", "2026-11-01", "soon"])),
                "apartment_size_preference": .text(one([nil, "2 bed", "Studio", "?"])),
            ]
        )
    }

    private mutating func message() -> TableRow {
        Office.message(
            number(1...60),
            in: number(1...13),
            words(),
            by: one(["user", "user", "bot"]) ?? "bot",
            at: time()?.text,
            type: one([nil, "text", "text", "unanswered_question"])
        )
    }

    private mutating func task() -> TableRow {
        let conversation = number(0...12)
        var row = Office.task(
            number(1...10),
            property: number(1...3),
            conversation: conversation == 0 ? nil : conversation,
            words(),
            answer: one([nil, nil, "", "Yes."])
        )
        row.set("status", .text(one([nil, "pending", "answered", "dismissed"])))
        row.set("created_at", .instant(time()))
        return row
    }

    private mutating func faq() -> TableRow {
        Office.row(
            .faq,
            number(1...6),
            [
                "property_id": Office.ref(.property, number(1...3)), "question": .text(words()),
                "answer": .text(one([nil, "", "Yes."])),
                "status": .text(one([nil, "pending", "answered", "needs_review"])),
                "created_at": .instant(time()),
            ]
        )
    }

    private mutating func tour() -> TableRow {
        let conversation = number(0...12)
        return Office.tour(
            number(1...8),
            property: number(1...3),
            conversation: conversation == 0 ? nil : conversation,
            manager: number(0...1) == 0 ? nil : 1,
            at: (time(nullable: false) ?? instant("2026-11-20T00:00:00Z")).text,
            status: one(["scheduled", "completed", "Canceled", "no-show", "?"]) ?? "?"
        )
    }

    private mutating func notification() -> TableRow {
        Office.row(
            .leadNotification,
            number(1...8),
            [
                "conversation_id": Office.ref(.conversation, number(1...12)),
                "property_manager_id": Office.ref(.propertyManager, 1),
                "read_at": .instant(time()), "response_at": .instant(time()),
            ]
        )
    }

    private mutating func draft() -> TableRow {
        Office.row(
            .emailDrafts,
            number(1...6),
            [
                "conversation_id": Office.ref(.conversation, number(1...12)),
                "subject": .text("Hello"), "content": .text(words()), "sent_at": .instant(time()),
            ]
        )
    }

    private mutating func analytics() -> TableRow {
        Office.row(
            .amplitudeAnalytics,
            number(1...8),
            [
                "conversation_id": Office.ref(.conversation, number(1...12)),
                "hot": .boolean(chance.next() % 2 == 0), "user_messages_sent": .integer(3),
            ]
        )
    }
}

extension TableRow {
    mutating func set(_ name: String, _ value: FieldValue) {
        guard let index = Catalogue[table].columns.firstIndex(where: { $0.name == name }) else {
            return
        }
        values[index] = value
    }
}
