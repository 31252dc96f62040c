import Model
import Testing

@testable import World

@Suite("History")
struct HistoryTests {
    @Test("the same plan gives the same rows, and another seed gives others")
    func sameSeed() {
        let plan = Plans.small(months: 1)
        let history = History(plan)
        #expect(Array(history) == Array(History(plan)))
        var other = plan
        other.seed = 2
        #expect(Array(history.prefix(3_000)) != Array(History(other).prefix(3_000)))
    }

    @Test("every row keeps the schema's rules, and parents come first", arguments: [1, 7, 42])
    func rules(seed: UInt64) {
        var ledger = Ledger()
        for row in History(Plans.small(seed: seed)) { ledger.insert(row) }
        #expect(ledger.faults.prefix(5) == [], "seed \(seed)")
        for table in Catalogue.platform.map(\.table) {
            #expect(!ledger.rows(table).isEmpty, "\(table.rawValue) is empty, seed \(seed)")
        }
    }

    @Test("a world without dirt keeps the rules too, with its statuses as the schema spells them")
    func clean() {
        var ledger = Ledger()
        for row in History(Plans.small(dirt: false)) { ledger.insert(row) }
        #expect(ledger.faults.prefix(5) == [])
        let tours = Set(ledger.rows(.tours).compactMap { $0.text("status") })
        #expect(tours == ["scheduled", "completed", "cancelled", "no_show"])
        #expect(
            Set(ledger.rows(.tasks).compactMap { $0.text("status") }) == ["pending", "answered"]
        )
        #expect(ledger.rows(.conversation).allSatisfy { $0["chatbot_id"] != .null })
    }

    @Test("visitors are as many, as anonymous and as willing as the platform's")
    func rates() {
        var conversations: [TableRow] = []
        var visitors: [RowID: TableRow] = [:]
        var messages = 0
        for row in History(WorldPlan(scale: .office, months: 4, dirt: false, now: Plans.now)) {
            switch row.table {
            case .conversation: conversations.append(row)
            case .user: if let id = row.id { visitors[id] = row }
            case .message: messages += 1
            default: break
            }
        }
        func share(_ test: (TableRow) -> Bool) -> Double {
            Double(visitors.values.count(where: test)) / Double(visitors.count)
        }
        let chats = Double(conversations.count)
        let reachable = conversations.count { row in
            guard case .id(let id) = row["user_id"], let visitor = visitors[id] else {
                return false
            }
            return visitor["email"] != .null || visitor["phone"] != .null
        }
        let booked = conversations.count { $0.flag("is_book_tour") }
        #expect(abs(Double(reachable) / chats - 0.37) < 0.03)
        #expect(abs(Double(booked) / chats - 0.11) < 0.02)
        #expect(abs(share { $0["first_name"] == .null } - 0.55) < 0.04)
        #expect(abs(share { ($0.number("session_count") ?? 0) > 1 } - 0.17) < 0.03)
        #expect(abs(Double(messages) / chats - Pace.messagesPerConversation) < 0.4)
        // Autumn lies below the year's mean of 400 a property and month.
        #expect(abs(chats / 16 - 350) < 60)
    }

    @Test("a plan for so many messages has about as many", arguments: [20_000, 100_000])
    func messages(count: Int) {
        let plan = WorldPlan.messages(count, now: Plans.now)
        let made = History(plan).count { $0.table == .message }
        #expect(abs(Double(made) / Double(count) - 1) < 0.08, "\(made)")
    }

    @Test("nothing has happened after now, but for tours and letters to come")
    func nothingAhead() {
        let now = Plans.now
        for row in History(Plans.small()) {
            let columns: [String] =
                switch row.table {
                case .message: ["timestamp", "created_at"]
                case .conversation: ["start_time"]
                case .leadNotification: ["sent_at", "read_at", "response_at"]
                case .emailDrafts: ["sent_at", "created_at"]
                case .tasks, .tours, .faq: ["created_at"]
                default: []
                }
            for column in columns {
                guard let at = row.instant(column) else { continue }
                #expect(at <= now, "\(row.table.rawValue).\(column) \(at.text)")
            }
        }
    }

    @Test("an instant is written as the model writes it")
    func instants() {
        var clock = InstantText()
        for micros in [0, -1, -86_400_000_001, 1_795_559_530_123_456, 951_782_400_000_000] {
            let instant = Timestamp(microseconds: Int64(micros))
            #expect(clock.text(instant) == instant.text)
        }
    }
}
