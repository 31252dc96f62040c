/// How long the hub waits for PostgreSQL before it says that the database is not available.
///
/// The server is told the first three; the last two hold where the server itself is silent.
package struct PostgresPatience: Sendable, Hashable {
    /// For one statement; zero for as long as it takes.
    package var statement: Duration
    /// For a lock that another holds, such as that of an `ALTER TABLE` of the platform's.
    package var lock: Duration
    /// Between two statements of one transaction: a hub that was stopped holds nothing for longer.
    package var idleInTransaction: Duration
    /// Beyond a statement's own time, for an answer of a server that says nothing any more.
    package var silence = Duration.seconds(3)
    /// For a session, where all of them are lent.
    package var session: Duration

    /// For terminals, who are told soon and try again.
    package static let serving = PostgresPatience(
        statement: .seconds(20),
        lock: .seconds(4),
        idleInTransaction: .seconds(30),
        session: .seconds(4)
    )

    /// For the operator's commands: an import waits for its files, a migration for its tables.
    package static let command = PostgresPatience(
        statement: .zero,
        lock: .seconds(10),
        idleInTransaction: .seconds(600),
        session: .seconds(60)
    )
}
