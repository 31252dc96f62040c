package import Foundation
package import Model

/// A database that holds the platform's rows and what is the hub's own beside them.
///
/// The change service speaks with nothing else, and one suite of tests holds every store to it.
/// Positions, places and heads are the store's own words: opaque texts that come back as they went.
/// Each call sees one state of the database. Who may see a row is decided here, in the store's
/// queries, and denied by default.
package protocol HubStore: Sendable {
    /// What makes this database itself.
    func identity() async throws(HubTrouble) -> HubIdentity

    /// Another text whenever a row or a device changed; cheap enough to ask 40 times a second.
    func head() async throws(HubTrouble) -> String

    /// The agent with that address, in whatever case it is written.
    func agent(email: String) async throws(HubTrouble) -> HubAgent?

    /// The agent with that id.
    func agent(_ id: AgentID) async throws(HubTrouble) -> HubAgent?

    /// What the agent may see at that moment; nil where there is no such agent any more.
    func scope(of agent: AgentID, now: Timestamp) async throws(HubTrouble) -> Scope?

    /// Keeps a scope so that a cursor needs to hold only its fingerprint.
    func remember(_ scope: Scope, now: Timestamp) async throws(HubTrouble)

    /// The next page of a copy of everything the agent may see.
    func snapshotPage(_ request: SnapshotRequest) async throws(HubTrouble) -> SnapshotAnswer

    /// What changed for the agent since a position.
    func delta(_ request: DeltaRequest) async throws(HubTrouble) -> DeltaAnswer

    /// What everything the agent may see adds up to.
    func digest(_ request: DigestQuery) async throws(HubTrouble) -> DigestAnswer

    /// What parts of ranges of ids add up to, of what the agent may see.
    func rangeDigest(_ request: RangeDigestQuery) async throws(HubTrouble) -> RangeDigestAnswer

    /// In what ranges of ids differ from what a terminal holds of them.
    func repair(_ request: RepairQuery) async throws(HubTrouble) -> RepairAnswer

    /// Writes the changes in one transaction.
    ///
    /// Rows must meet the schema's rules; the first that does not is named and nothing is written.
    func apply(_ changes: some Sequence<StoreChange> & Sendable) async throws(HubTrouble)

    /// Runs an import in one transaction: all of it stays, or nothing where `body` throws.
    func importing<Trouble: Error>(
        _ body: @escaping @Sendable (any RowSink) throws(Trouble) -> Void
    ) async throws(HubTrouble) -> Result<Void, Trouble>

    /// Forgets log entries and scopes of before that moment; cursors that need them end. Rows of
    /// our own whose conversation, tour or property is gone go too.
    func prune(before: Timestamp) async throws(HubTrouble)

    // Devices.

    /// Keeps an invitation; false where its handle is taken by another that is still open.
    func save(_ invitation: Invitation, now: Timestamp) async throws(HubTrouble) -> Bool

    /// Makes a device of a code in one transaction, or counts the wrong try.
    func redeem(_ code: EnrolmentCode, as device: NewDevice) async throws(HubTrouble) -> Redemption

    /// The devices with these tokens, revoked or not, in one question; one that is not known is
    /// left out.
    func devices(tokenHashes: [Data]) async throws(HubTrouble) -> [Data: Device]

    /// Whether the device is there and not revoked.
    func isEnrolled(_ device: DeviceID) async throws(HubTrouble) -> Bool

    /// Every device, newest first.
    func devices() async throws(HubTrouble) -> [Device]

    /// Notes that the device was heard of.
    func touch(_ device: DeviceID, now: Timestamp) async throws(HubTrouble)

    /// Ends a device for good; false where there is none, true also where it was ended before.
    func revoke(_ device: DeviceID, now: Timestamp) async throws(HubTrouble) -> Bool

    /// The tours of a scope for calendar programs, earliest first.
    func tours(_ query: FeedQuery) async throws(HubTrouble) -> [CalendarTour]

    // For many terminals at once, and for the operator.

    /// What the agents of these devices may see at that moment and where they may write, in one
    /// question.
    ///
    /// A device that is revoked or not known, or whose agent is no more, is not in it.
    func accesses(
        of devices: [DeviceID],
        now: Timestamp
    ) async throws(HubTrouble) -> [DeviceID: AgentAccess]

    /// How the store is doing; cheap enough to ask every few seconds.
    func condition(now: Timestamp) async throws(HubTrouble) -> StoreCondition

    // Mutations.

    /// Decides a mutation of that agent in one transaction; nil where there is no such agent.
    ///
    /// A transaction that stood in another's way is begun anew, so `body` may run several times.
    func mutate<Value: Sendable>(
        by agent: AgentID,
        now: Timestamp,
        _ body: @escaping @Sendable (any MutationTransaction) throws -> Value
    ) async throws(HubTrouble) -> Value?

    /// The last number of each device that was decided; a device that has none may be left out.
    func acked(by devices: [DeviceID]) async throws(HubTrouble) -> [DeviceID: Int64]

    /// The audit's next entries behind that number, in order.
    func audit(after number: Int64, limit: Int) async throws(HubTrouble) -> [AuditEntry]
}

extension HubStore {
    /// The device with that token, revoked or not.
    package func device(tokenHash: Data) async throws(HubTrouble) -> Device? {
        try await devices(tokenHashes: [tokenHash])[tokenHash]
    }

    /// The last number of the device that was decided; 0 where there is none.
    package func acked(_ device: DeviceID) async throws(HubTrouble) -> Int64 {
        try await acked(by: [device])[device] ?? 0
    }
}

/// Where an import's rows go; used within `HubStore.importing` only.
package protocol RowSink {
    /// Adds a row; columns that are not named get their default.
    func insert(_ table: Table, _ columns: [Column], _ values: [FieldValue]) throws(RowRefusal)
}

/// A device that is about to be.
package struct NewDevice: Hashable, Sendable {
    package let id: DeviceID
    package let tokenHash: Data
    package let name: String
    package let enrolledAt: Timestamp

    package init(id: DeviceID, tokenHash: Data, name: String, enrolledAt: Timestamp) {
        self.id = id
        self.tokenHash = tokenHash
        self.name = name
        self.enrolledAt = enrolledAt
    }
}
