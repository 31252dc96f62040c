import Foundation
import GRDB
import Hub
import Model
import Sync
import World

@testable import HubSQLite

/// Writes as the chatbot platform and its operators do, the rare and rude among them.
struct Platform {
    /// Whose assignments change.
    let agents: [AgentID]
    private var traffic: LiveTraffic
    private var chance: SplitMix
    private var made: UInt64 = 0

    init(_ traffic: LiveTraffic, agents: [AgentID], seed: UInt64) {
        self.agents = agents
        self.traffic = traffic
        chance = SplitMix(seed: seed)
    }

    /// The changes of one transaction, and what they are called.
    mutating func next(_ hub: SimulatedHub) async throws -> (name: String, changes: [StoreChange]) {
        let rows = try await hub.rows()
        switch Int.random(in: 0..<22, using: &chance) {
        case 0...7: return ("traffic", traffic.next().changes.map(StoreChange.init))
        case 8: return ("burst", (0..<60).compactMap { _ in message(rows) })
        case 9: return ("talk", (0..<3).compactMap { _ in message(rows) })
        case 10...11: return ("assignment ends", removal(.propertyManagerAssignment, rows))
        case 12...13: return ("assignment", assignment(rows))
        case 14: return ("assignment's day", assignmentDay(rows))
        case 15: return ("conversation moves", move(.conversation, "chatbot_id", .chatbot, rows))
        case 16: return ("other visitor", move(.conversation, "user_id", .user, rows))
        case 17: return ("visitor erased", removal(.user, rows))
        case 18: return ("message comes back", rebirth(rows))
        case 19: return ("conversation deleted", removal(.conversation, rows))
        case 20: return rare(rows)
        default: return ("company", touch(rows))
        }
    }

    private mutating func rare(_ rows: Rows) -> (name: String, changes: [StoreChange]) {
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: ("property deleted", removal(.property, rows))
        case 1: ("chatbot moves", chatbotMove(rows))
        case 2: ("tour moves", move(.tours, "property_id", .property, rows))
        default: ("chatbot deleted", removal(.chatbot, rows))
        }
    }
}

// The changes.
extension Platform {
    typealias Rows = [Model.Table: [RowID]]

    private mutating func any(_ table: Model.Table, _ rows: Rows) -> RowID? {
        rows[table]?.randomElement(using: &chance)
    }

    private mutating func newID() -> RowID {
        made += 1
        return RowID(high: chance.next(), low: made)
    }

    private mutating func removal(_ table: Model.Table, _ rows: Rows) -> [StoreChange] {
        any(table, rows).map { [.delete(table, $0)] } ?? []
    }

    private mutating func message(_ rows: Rows) -> StoreChange? {
        any(.conversation, rows).map { .insert(message(newID(), in: $0)) }
    }

    private func message(_ id: RowID, in conversation: RowID) -> TableRow {
        TableRow(
            .message,
            [
                "id": .id(id), "conversation_id": .id(conversation),
                "sender_type": .text("user"), "message_text": .text("Number \(made)?"),
                "timestamp": .text("2026-11-23T14:20:00.000000Z"),
            ]
        )
    }

    /// A row is deleted and inserted again under the same id, with another text and place.
    private mutating func rebirth(_ rows: Rows) -> [StoreChange] {
        guard let id = any(.message, rows), let home = any(.conversation, rows) else { return [] }
        return [.delete(.message, id), .insert(message(id, in: home))]
    }

    private mutating func assignment(_ rows: Rows) -> [StoreChange] {
        guard let property = any(.property, rows),
            let agent = agents.randomElement(using: &chance)
        else { return [] }
        let row = TableRow(
            .propertyManagerAssignment,
            [
                "id": .id(newID()), "property_id": .id(property),
                "property_manager_id": .id(agent.cast()), "start_date": .text("2026-01-01"),
            ]
        )
        return [.insert(row)]
    }

    private mutating func assignmentDay(_ rows: Rows) -> [StoreChange] {
        guard let id = any(.propertyManagerAssignment, rows) else { return [] }
        let days: [FieldValue] = [.null, .text("2026-11-22"), .text("2026-11-23")]
        let end = days[Int.random(in: 0...2, using: &chance)]
        return [
            .update(
                .propertyManagerAssignment,
                id,
                ["start_date": .text("2026-01-01"), "end_date": end]
            )
        ]
    }

    private mutating func move(
        _ table: Model.Table,
        _ column: String,
        _ parent: Model.Table,
        _ rows: Rows
    ) -> [StoreChange] {
        guard let id = any(table, rows) else { return [] }
        let isLost = Int.random(in: 0...9, using: &chance) == 0
        let home = isLost ? nil : any(parent, rows)
        return [.update(table, id, [column: home.map { .id($0) } ?? .null])]
    }

    /// A chatbot leaves its property, and with it all conversations; another may take its place.
    private mutating func chatbotMove(_ rows: Rows) -> [StoreChange] {
        guard let one = any(.chatbot, rows), let other = any(.chatbot, rows),
            let home = any(.property, rows)
        else { return [] }
        return [
            .update(.chatbot, other, ["property_id": .null]),
            .update(.chatbot, one, ["property_id": .id(home)]),
        ]
    }

    private mutating func touch(_ rows: Rows) -> [StoreChange] {
        guard let id = any(.company, rows) else { return [] }
        made += 1
        return [.update(.company, id, ["logo_url": .text("https://logo.example/\(made)")])]
    }
}

extension SimulatedHub {
    /// The ids of the rows of every table.
    func rows() async throws -> Platform.Rows {
        try await store.read { database in
            var rows: Platform.Rows = [:]
            for table in Table.allCases {
                let sql = "SELECT id FROM \(table.sqlName) ORDER BY seq"
                let ids = try Data.fetchAll(database.cachedStatement(sql: sql))
                rows[table] = ids.map { data in data.withUnsafeBytes { RowID(bytes: $0) } }
            }
            return rows
        }
    }
}

extension StoreChange {
    /// The world's change as a store takes it.
    init(_ change: LiveChange) {
        switch change {
        case .insert(let row): self = .insert(row)
        case .update(let table, let id, let values): self = .update(table, id, values)
        case .delete(let table, let id): self = .delete(table, id)
        }
    }
}
