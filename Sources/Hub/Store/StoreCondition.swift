/// How a store is doing, for the operator's graphs.
package struct StoreCondition: Hashable, Sendable {
    /// About how many entries the log has.
    package var logEntries = 0
    /// How far back a cursor may reach, seconds.
    package var logAge = 0
    /// Connections that are in use, of how many.
    package var sessionsLent = 0
    package var sessions = 0
    /// Questions that wait for a connection.
    package var sessionsAwaited = 0
    /// Questions that the read replica answered, and those that it could not in time.
    package var replicaAnswers = 0
    package var replicaMisses = 0

    package init() {}
}
