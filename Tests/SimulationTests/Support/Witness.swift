import Foundation
import GRDB
import Model
import Wire

@testable import Replica

/// Knows what everybody must hold at each checkpoint that the hub ever gave.
///
/// Nothing is written between a hub's answer and the note of what the whole scope adds up to then,
/// so a checkpoint that is not one snapshot of all tables cannot pass.
struct Witness {
    /// What a terminal must hold at one checkpoint.
    struct Testimony: Equatable {
        var tables: [Model.Table: TableDigest]
        /// By the assignments themselves rather than by what the hub makes of them.
        var properties: Set<PropertyID>
    }

    private var testimonies: [String: Testimony] = [:]

    func knows(_ cursor: String) -> Bool { testimonies[cursor] != nil }

    /// Notes it; returns what is wrong where the same checkpoint meant something else before.
    mutating func note(_ testimony: Testimony, at cursor: String) -> String? {
        guard let known = testimonies.updateValue(testimony, forKey: cursor) else { return nil }
        return known == testimony ? nil : "one cursor names two states of the hub"
    }

    /// What is wrong with a replica; nil where it is exactly what its checkpoint says.
    func objection(to replica: ReplicaReader, digest: ReplicaDigest) throws -> String? {
        guard let testimony = testimonies[digest.cursor] else {
            return "it stands at a checkpoint that no hub gave"
        }
        let differing = Model.Table.allCases.filter { digest.tables[$0] != testimony.tables[$0] }
        guard differing.isEmpty else {
            let words = differing.map { table in
                let (has, should) = (digest.tables[table], testimony.tables[table])
                return "\(table.rawValue) has \(has?.rows ?? 0) rows of \(should?.rows ?? 0)"
            }
            return "it differs from its checkpoint: \(words.joined(separator: ", "))"
        }
        return try strangers(in: replica, testimony.properties)
    }

    /// Rows of properties that are not assigned.
    private func strangers(in replica: ReplicaReader, _ assigned: Set<PropertyID>) throws -> String?
    {
        let (properties, hasStrays) = try replica.read(Self.propertiesAndStrays) ?? ([], false)
        guard properties == assigned else { return "it has other properties than are assigned" }
        return hasStrays ? "a conversation of no assigned property" : nil
    }

    private static func propertiesAndStrays(_ db: Database) throws -> (Set<PropertyID>, Bool) {
        let properties = try Data.fetchAll(db.cachedStatement(sql: "SELECT id FROM property"))
        let strays = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM conversation WHERE chatbot_id IS NULL
                        OR chatbot_id NOT IN (SELECT b.id FROM chatbot AS b
                            JOIN property AS p ON p.id = b.property_id))
                    """
            )
        )
        return (Set(properties.map { .stored($0) }), strays ?? false)
    }
}
