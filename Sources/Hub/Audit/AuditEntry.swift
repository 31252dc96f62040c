import Crypto
package import Foundation
package import Model
import Wire

/// Who changed what, when, before and after: a link of a chain in which each hash covers the one
/// before it.
package struct AuditEntry: Hashable, Sendable {
    /// From 1, without a gap.
    package let number: Int64
    package let at: Timestamp
    package let agent: AgentID
    package let device: DeviceID
    package let mutation: MutationID
    package let kind: String
    /// The rows, each with the columns that changed, as canonical JSON.
    package let changes: String
    /// SHA-256 over the hash before it and this entry.
    package let hash: Data

    /// An entry as a store kept it.
    package init(
        number: Int64,
        at: Timestamp,
        agent: AgentID,
        device: DeviceID,
        mutation: MutationID,
        kind: String,
        changes: String,
        hash: Data
    ) {
        self.number = number
        self.at = at
        self.agent = agent
        self.device = device
        self.mutation = mutation
        self.kind = kind
        self.changes = changes
        self.hash = hash
    }

    /// The entry that follows another; the first follows none.
    package init(
        after last: AuditEntry?,
        at: Timestamp,
        agent: AgentID,
        device: DeviceID,
        mutation: MutationID,
        kind: String,
        changes: [AuditChange]
    ) {
        let number = (last?.number ?? 0) + 1
        let text = AuditChange.text(changes)
        let entry = AuditEntry(
            number: number,
            at: at,
            agent: agent,
            device: device,
            mutation: mutation,
            kind: kind,
            changes: text,
            hash: Data()
        )
        self.init(
            number: number,
            at: at,
            agent: agent,
            device: device,
            mutation: mutation,
            kind: kind,
            changes: text,
            hash: entry.hash(after: last?.hash ?? Self.beginning)
        )
    }

    /// What its hash must be behind that of the entry before it.
    package func hash(after last: Data) -> Data {
        var hash = SHA256()
        hash.update(data: last)
        // Only the last part is of any length, and no other holds a line's end.
        let parts = [
            String(number), at.text, agent.text, device.text, mutation.text, kind, changes,
        ]
        hash.update(data: Array(parts.joined(separator: "\n").utf8))
        return Data(hash.finalize())
    }

    /// What the first entry's hash covers.
    package static let beginning = Data(count: 32)
}

/// What became of a row: the columns that differ, before and after.
package struct AuditChange: Hashable, Sendable, Encodable {
    package let table: Table
    package let id: RowID
    /// Nil where the row came to be.
    package let before: [String: AuditValue]?
    package let after: [String: AuditValue]

    package init(before: Record?, after: Record) {
        table = after.table
        id = after.id
        let names = after.values.keys.filter { before?[$0] != after[$0] }
        self.before = before.map { record in
            Dictionary(uniqueKeysWithValues: names.map { ($0, AuditValue(value: record[$0])) })
        }
        self.after = Dictionary(
            uniqueKeysWithValues: names.map { ($0, AuditValue(value: after[$0])) }
        )
    }

    static func text(_ changes: [AuditChange]) -> String {
        let json = String(decoding: WireJSON.encode(changes), as: UTF8.self)
        // What no PostgreSQL would keep, such as U+0000 in a SQLite that others wrote, stays.
        return CanonicalJSON.text(json) ?? json
    }
}

/// A value as JSON has it.
package struct AuditValue: Hashable, Sendable, Encodable {
    package let value: FieldValue

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .null: try container.encodeNil()
        case .boolean(let flag): try container.encode(flag)
        case .integer(let number): try container.encode(number)
        case .id(let id): try container.encode(id.text)
        case .text(let text): try container.encode(text)
        }
    }
}
