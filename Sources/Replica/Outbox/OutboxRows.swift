import Foundation
import GRDB
import Model

/// The outbox's rows, within a transaction of the caller's.
enum OutboxRows {
    /// Inserts an entry or replaces it in its place.
    static func save(_ entry: OutboxEntry, _ db: Database) throws {
        let text = String(decoding: try encoder.encode(entry), as: UTF8.self)
        try db.run(
            """
            INSERT INTO entry (id, number, state, made_at, entry) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                number = excluded.number, state = excluded.state, entry = excluded.entry
            """,
            [entry.id.data, entry.number, entry.state.rawValue, entry.madeAt.text, text]
        )
    }

    /// The entries that a condition names, in the order they were made, or in another.
    static func entries(
        where condition: String,
        _ arguments: StatementArguments,
        by order: String = "seq",
        limit: Int = .max,
        _ db: Database
    ) throws -> [OutboxEntry] {
        try texts(where: condition, arguments, by: order, limit: limit, db).map(decode)
    }

    /// What has a number that the hub has still to hear of, by number: what waits, and what was
    /// settled before the hub forgot it.
    static func numbered(limit: Int, _ db: Database) throws -> [OutboxEntry] {
        try entries(
            where: "state = 'waiting' AND number IS NOT NULL OR state = 'settled' AND number > ?",
            [try acked(db)],
            by: "number",
            limit: limit,
            db
        )
    }

    /// What was never sent, in the order it was made.
    static func fresh(limit: Int, _ db: Database) throws -> [OutboxEntry] {
        try entries(where: "state = 'waiting' AND number IS NULL", [], limit: limit, db)
    }

    /// The same as they are kept.
    static func texts(
        where condition: String,
        _ arguments: StatementArguments,
        by order: String = "seq",
        limit: Int = .max,
        _ db: Database
    ) throws -> [String] {
        let sql = "SELECT entry FROM entry WHERE \(condition) ORDER BY \(order) LIMIT \(limit)"
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    static func decode(_ text: String) throws -> OutboxEntry {
        try JSONDecoder().decode(OutboxEntry.self, from: Data(text.utf8))
    }

    static func entry(_ id: MutationID, _ db: Database) throws -> OutboxEntry? {
        try entries(where: "id = ?", [id.data], db).first
    }

    static func remove(_ id: MutationID, _ db: Database) throws {
        try db.run("DELETE FROM entry WHERE id = ?", [id.data])
    }

    static func count(_ state: OutboxEntry.State, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM entry WHERE state = ?"),
            arguments: [state.rawValue]
        ) ?? 0
    }

    /// The last number that the hub has decided on, as far as is known here.
    static func acked(_ db: Database) throws -> Int64 {
        let sql = "SELECT value FROM meta WHERE name = 'acked'"
        return try Int64.fetchOne(db.cachedStatement(sql: sql)) ?? 0
    }

    static func setAcked(_ number: Int64, _ db: Database) throws {
        try db.run(
            "INSERT INTO meta VALUES ('acked', ?) ON CONFLICT DO UPDATE SET value = ?",
            [number, number]
        )
    }

    /// The number that a mutation gets which is sent first.
    static func nextNumber(_ db: Database) throws -> Int64 {
        let sql = "SELECT max(number) FROM entry"
        let used = try Int64.fetchOne(db.cachedStatement(sql: sql)) ?? 0
        return max(used, try acked(db)) + 1
    }

    static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}
