import Model
import Testing

@testable import World

/// What an agent finds at the start of the demo, by the rules of who waits and what is open.
@Suite("The present")
struct PresentTests {
    /// The rows at the demo agent's properties, as the desk counts them.
    private struct Office {
        var ledger = Ledger()
        let cast: WorldCast
        let own: Set<RowID>

        init(_ plan: WorldPlan) {
            cast = WorldCast(plan)
            own = Set(cast.ownProperties(plan).map { $0.id.cast() })
            for row in History(plan) { ledger.insert(row) }
        }

        func property(of conversation: TableRow) -> RowID? {
            guard case .id(let bot) = conversation["chatbot_id"],
                case .id(let property) = ledger.row(.chatbot, bot)?["property_id"]
            else { return nil }
            return property
        }

        /// Rows of a table by the conversation they belong to.
        func byConversation(_ table: Table) -> [FieldValue: [TableRow]] {
            Dictionary(grouping: ledger.rows(table)) { $0["conversation_id"] }
        }

        /// Conversations whose visitor waits for a person.
        func waiting() -> [TableRow] {
            let messages = byConversation(.message)
            let notes = byConversation(.leadNotification)
            let letters = byConversation(.emailDrafts)
            let tours = byConversation(.tours)
            let tasks = byConversation(.tasks)
            return ledger.rows(.conversation).filter { row in
                guard let property = property(of: row), own.contains(property),
                    let id = row.id.map(FieldValue.id)
                else { return false }
                let asked = (messages[id] ?? []).filter { $0.text("sender_type") == "user" }
                    .compactMap { $0.instant("created_at") }.max()
                let answered =
                    ((notes[id] ?? []).compactMap { $0.instant("response_at") }
                    + (letters[id] ?? []).compactMap { $0.instant("sent_at") }
                    + (tours[id] ?? []).compactMap { $0.instant("created_at") }).max()
                guard let asked else { return false }
                if let answered, answered >= asked { return false }
                let open = (tasks[id] ?? []).count { $0["answer"] == .null }
                let isToured = (tours[id] ?? []).contains {
                    let status = TourStatus($0.text("status"))
                    return status == .scheduled || status == .completed
                }
                if open == 0, isToured || !(tasks[id] ?? []).isEmpty { return false }
                return row["end_time"] == .null || row.text("status") == "handed_off"
                    || isReachable(row)
            }
        }

        private func isReachable(_ conversation: TableRow) -> Bool {
            guard case .id(let id) = conversation["user_id"],
                let visitor = ledger.row(.user, id)
            else { return false }
            return visitor["email"] != .null || visitor["phone"] != .null
        }

        /// Questions that want a person, each wording once a property.
        func questions() -> [String: Int] {
            var askers: [String: Int] = [:]
            let mine = { (row: TableRow) in
                if case .id(let id) = row["property_id"] { own.contains(id) } else { false }
            }
            for task in ledger.rows(.tasks) where mine(task) && task["answer"] == .null {
                askers["\(task["property_id"])\(task.text("question") ?? "")", default: 0] += 1
            }
            for faq in ledger.rows(.faq) where mine(faq) {
                guard faq["answer"] == .null || faq.text("status") != "answered" else { continue }
                askers["\(faq["property_id"])\(faq.text("question") ?? "")", default: 0] += 1
            }
            return askers
        }
    }

    @Test("three to eight are waiting, one a property still typing", arguments: 1...6)
    func waiting(seed: Int) {
        let office = Office(Plans.small(seed: UInt64(seed)))
        let waiting = office.waiting()
        #expect((3...8).contains(waiting.count), "\(waiting.count), seed \(seed)")
        #expect(waiting.count { $0["end_time"] == .null } >= 2, "seed \(seed)")
        for row in waiting {
            let age = Plans.now.since(row.instant("start_time") ?? Plans.now)
            #expect(age < .seconds(6 * 3_600), "seed \(seed)")
        }
    }

    @Test("five to twelve questions are open, one of them asked by several", arguments: 1...6)
    func questions(seed: Int) {
        let questions = Office(Plans.small(seed: UInt64(seed))).questions()
        #expect((5...12).contains(questions.count), "\(questions.count), seed \(seed)")
        #expect(questions.values.contains { $0 >= 3 }, "seed \(seed)")
    }

    @Test("the week has tours to come, with a manager and without")
    func tours() {
        let office = Office(Plans.office())
        let coming = office.ledger.rows(.tours).filter {
            ($0.instant("tour_datetime") ?? Plans.now) > Plans.now
                && TourStatus($0.text("status")) == .scheduled
        }
        #expect((8...60).contains(coming.count), "\(coming.count)")
        #expect(coming.contains { $0["property_manager_id"] == .null })
        let past = office.ledger.rows(.tours).filter {
            ($0.instant("tour_datetime") ?? Plans.now) < Plans.now
        }
        let statuses = Set(past.map { TourStatus($0.text("status")) })
        #expect(statuses.isSuperset(of: [.scheduled, .completed, .cancelled, .noShow]))
    }

    @Test("some notifications are unread, most are read and answered")
    func notifications() {
        let rows = Office(Plans.office()).ledger.rows(.leadNotification)
        let unread = Double(rows.count { $0["read_at"] == .null }) / Double(rows.count)
        #expect((0.02...0.2).contains(unread))
    }

    @Test("a conversation's metrics agree with what was said")
    func metrics() {
        let office = Office(Plans.small())
        let messages = office.byConversation(.message)
        for row in office.ledger.rows(.amplitudeAnalytics) {
            let said = messages[row["conversation_id"]] ?? []
            let user = said.count { $0.text("sender_type") == "user" }
            #expect(row.number("user_messages_sent") == user)
            #expect(row.number("bot_messages_received") == said.count - user)
        }
    }
}
