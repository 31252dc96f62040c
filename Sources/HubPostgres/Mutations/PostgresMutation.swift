import Foundation
import Hub
import Model

/// A mutation's transaction, READ COMMITTED: what it decides by is locked before it is read.
///
/// Advisory locks keep hubs from deciding one thing at a time twice, also about rows that are not
/// there yet; row locks keep the platform's own writers off the rows that were read.
final class PostgresMutation: MutationTransaction {
    let access: AgentAccess
    let connection: PostgresConnection
    private let properties: Set<RowID>
    private let companies: Set<RowID>

    /// Nil where there is no such agent.
    init?(_ connection: PostgresConnection, _ agent: AgentID, _ now: Timestamp) throws {
        guard let access = try ScopeReader.access(connection, agent, now) else { return nil }
        self.access = access
        self.connection = connection
        properties = Set(access.scope.properties.map { $0.cast() })
        companies = Set(access.scope.companies.map { $0.cast() })
    }

    /// Who needs more locks than the server should hold takes one that stands for all.
    func lock(_ keys: [LockKey]) throws {
        let numbers = keys.numbers
        guard !numbers.isEmpty else { return }
        guard numbers.count <= Self.mostLocks else {
            try connection.run("SELECT pg_advisory_xact_lock($1::bigint)", [.text(Self.all)])
            return
        }
        // A function in a list is called row by row, in the order of the list.
        let list = numbers.map(String.init).joined(separator: ",")
        try connection.run(
            """
            SELECT pg_advisory_xact_lock(number)
            FROM unnest($1::bigint[]) WITH ORDINALITY AS k (number, place) ORDER BY place
            """,
            [.text("{\(list)}")]
        )
    }

    func write(_ write: RowWrite) throws { try RowWriter(connection).write(write) }

    func attempt<Value>(_ body: () throws -> Value) throws -> Value {
        try connection.script("SAVEPOINT attempt")
        do {
            let value = try body()
            try connection.script("RELEASE SAVEPOINT attempt")
            return value
        } catch let trouble as PostgresTrouble where trouble.isRule {
            // A value that the server cannot even look for.
            try connection.script("ROLLBACK TO SAVEPOINT attempt")
            throw Refusal(.badValue)
        } catch {
            // After a fault the transaction is over, and what it was is what must be told.
            if !(error is any DatabaseFault) {
                try connection.script("ROLLBACK TO SAVEPOINT attempt")
            }
            throw error
        }
    }

    /// What every mutation holds shared, and who needs very many locks alone.
    static func lockAll(_ connection: PostgresConnection) throws {
        try connection.run("SELECT pg_advisory_xact_lock_shared($1::bigint)", [.text(all)])
    }

    /// No other's by chance alone.
    private static let all = "4063871126"
    /// Of the 6,400 that a server of usual settings has for all.
    private static let mostLocks = 400
}

// Rows.
extension PostgresMutation {
    func row(_ table: Table, _ id: RowID) throws -> Record? {
        let query = MutationQuery.all[table.number]
        return try visible(query, connection.run(query.byID, [.id(id)])).first
    }

    func rows(_ table: Table, where column: String, is id: RowID) throws -> [Record] {
        precondition(Catalogue[table].column(column)?.reference != nil, "a reference")
        let query = MutationQuery.all[table.number]
        return try visible(query, connection.run(query.by(column), [.id(id)]))
    }

    func tours(
        of agents: Set<AgentID>,
        at property: PropertyID,
        between times: Range<Timestamp>
    ) throws -> [Record] {
        let query = MutationQuery.all[Table.tours.number]
        let rows = try connection.run(
            query.tours,
            [
                .ids(agents.sorted()), .id(property), .text(times.lowerBound.text),
                .text(times.upperBound.text),
            ]
        )
        return (0..<rows.count).compactMap { query.record(rows, $0) }
    }

    /// Those of the rows that the scope has.
    private func visible(_ query: MutationQuery, _ rows: PostgresRows) -> [Record] {
        let scope = query.isOfCompany ? companies : properties
        return (0..<rows.count).compactMap { row in
            let keys = rows.ids(row, query.columns.count)
            return keys.contains(where: scope.contains) ? query.record(rows, row) : nil
        }
    }
}
