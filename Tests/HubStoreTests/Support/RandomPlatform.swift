import Hub
import Model

/// Makes up changes of a platform of two companies, from a seed.
struct RandomPlatform {
    private(set) var platform = Platform()
    private var chance: Chance
    private var number = 1_000

    static let agents = 1...5
    static let properties = 1...6
    private static let states = ["CA", "NY", "HI"]

    init(seed: UInt64) {
        chance = Chance(seed: seed)
    }

    /// Companies, agents, properties and chatbots; more changes give them something to say.
    mutating func beginning() -> [StoreChange] {
        var rows = [TableRow.company(1, key: "sk-canary-1"), .company(2, key: "sk-canary-2")]
        rows += Self.properties.map { number in
            .property(number, company: 1 + number / 5, state: Self.states[number % 3])
        }
        rows += Self.agents.map { .agent($0, company: 1 + $0 / 5) }
        rows += Self.properties.map { .chatbot($0, property: $0 == 6 ? nil : $0) }
        rows += (1...8).map { .visitor($0) }
        return keep(rows.map { .insert($0) } + (1...10).map { _ in assignment() })
    }

    /// Up to ten changes of one transaction, each possible after those before it.
    mutating func step() -> [StoreChange] {
        var changes: [StoreChange] = []
        for _ in 0..<Int.random(in: 1...10, using: &chance) {
            if let change = change() { changes += keep([change]) }
        }
        return changes
    }

    private mutating func keep(_ changes: [StoreChange]) -> [StoreChange] {
        for change in changes { platform.apply(change) }
        return changes
    }

    private mutating func change() -> StoreChange? {
        switch Int.random(in: 0..<20, using: &chance) {
        case 0..<4: .insert(.conversation(next(), chatbot: nil).with(conversationPlace()))
        case 4..<8: child()
        case 8: any(.conversation).map { .update(.conversation, $0, conversationPlace()) }
        case 9: any(.chatbot).map { .update(.chatbot, $0, ["property_id": home($0)]) }
        case 10..<12: assignment()
        case 12: any(.propertyManagerAssignment).map { .delete(.propertyManagerAssignment, $0) }
        case 13: any(.propertyManagerAssignment).map { change(assignment: $0) }
        case 14: any(.conversation).map { .delete(.conversation, $0) }
        case 15: any(.message).map { .delete(.message, $0) }
        case 16: any(.user).map { .update(.user, $0, ["first_name": .text("Ann \(next())")]) }
        case 17: any(.user).map { .delete(.user, $0) }
        case 18: any(.tours).map { .update(.tours, $0, ["property_id": property()]) }
        default: any(.company).map { .update(.company, $0, ["logo_url": .text("\(next())")]) }
        }
    }

    private mutating func child() -> StoreChange {
        let conversation = any(.conversation)
        if chance.happens(0.15), let tour = any(.tours) {
            return .insert(
                TableRow(
                    .tourEvent,
                    [
                        "id": .id(rowID(.tourEvent, next())), "tour_id": .id(tour),
                        "kind": .text("booked"),
                    ]
                )
            )
        }
        let row: TableRow =
            switch Int.random(in: 0..<5, using: &chance) {
            case 4:
                TableRow(
                    .leadActivity,
                    ["id": .id(rowID(.leadActivity, next())), "kind": .text("note")]
                )
            case 0: .tour(next(), property: 1).with(["property_id": property()])
            case 1:
                TableRow(
                    .emailDrafts,
                    [
                        "id": .id(rowID(.emailDrafts, next())), "subject": .text("Hello"),
                        "content": .text("…"), "lead_id": .id(any(.user)),
                    ]
                )
            default: .message(next(), conversation: nil)
            }
        return .insert(row.with(["conversation_id": .id(conversation)]))
    }

    private mutating func conversationPlace() -> [String: FieldValue] {
        let isLost = chance.happens(0.1)
        return [
            "chatbot_id": isLost ? .null : .id(any(.chatbot)),
            "user_id": chance.happens(0.2) ? .null : .id(any(.user)),
        ]
    }

    /// Where a chatbot goes: no property has two.
    private mutating func home(_ chatbot: RowID) -> FieldValue {
        let wanted = property()
        let isTaken = platform.ids(.chatbot).contains { other in
            other != chatbot && platform.rows[.chatbot]?[other]?["property_id"] == wanted
        }
        return isTaken ? .null : wanted
    }

    private mutating func assignment() -> StoreChange {
        let start = Int.random(in: 1...20, using: &chance)
        let end = start + Int.random(in: 0...15, using: &chance)
        var row = TableRow.assignment(
            next(),
            agent: Int.random(in: Self.agents, using: &chance),
            property: Int.random(in: Self.properties, using: &chance),
            from: start < 10 ? "2026-01-01" : "2026-11-\(start)",
            to: nil
        )
        if chance.happens(0.5), end > 9 { row = row.with(["end_date": .text(day(min(end, 30)))]) }
        return .insert(row)
    }

    private mutating func change(assignment: RowID) -> StoreChange {
        let end = day(Int.random(in: 21...30, using: &chance))
        return .update(
            .propertyManagerAssignment,
            assignment,
            ["end_date": chance.happens(0.3) ? .null : .text(end)]
        )
    }

    private func day(_ number: Int) -> String { "2026-11-\(number)" }

    private mutating func property() -> FieldValue { .id(any(.property)) }

    private mutating func any(_ table: Table) -> RowID? {
        platform.ids(table).randomElement(using: &chance)
    }

    private mutating func next() -> Int {
        number += 1
        return number
    }
}
