import Foundation
import Hub
import Model

/// A store whose pages and differences are small, so that a tiny world takes many, and whose
/// process may die while it decides.
struct SmallPages: HubStore {
    let store: any HubStore
    /// What a page aims at, bytes.
    let page: Int
    /// The largest difference, bytes; beyond it a terminal fetches anew.
    let difference: Int
    let fate: HubFate

    func identity() async throws(HubTrouble) -> HubIdentity { try await store.identity() }

    func head() async throws(HubTrouble) -> String {
        if let head = fate.laggingHead { return head }
        return try await store.head()
    }

    func agent(email: String) async throws(HubTrouble) -> HubAgent? {
        try await store.agent(email: email)
    }

    func agent(_ id: AgentID) async throws(HubTrouble) -> HubAgent? { try await store.agent(id) }

    func scope(of agent: AgentID, now: Timestamp) async throws(HubTrouble) -> Scope? {
        try await store.scope(of: agent, now: now)
    }

    func remember(_ scope: Scope, now: Timestamp) async throws(HubTrouble) {
        try await store.remember(scope, now: now)
    }

    func snapshotPage(_ request: SnapshotRequest) async throws(HubTrouble) -> SnapshotAnswer {
        var request = request
        request.limit = min(request.limit, page)
        return try await store.snapshotPage(request)
    }

    func delta(_ request: DeltaRequest) async throws(HubTrouble) -> DeltaAnswer {
        var request = request
        request.limit = min(request.limit, difference)
        return try await store.delta(request)
    }

    func digest(_ request: DigestQuery) async throws(HubTrouble) -> DigestAnswer {
        try await store.digest(request)
    }

    func rangeDigest(_ request: RangeDigestQuery) async throws(HubTrouble) -> RangeDigestAnswer {
        try await store.rangeDigest(request)
    }

    func repair(_ request: RepairQuery) async throws(HubTrouble) -> RepairAnswer {
        try await store.repair(request)
    }

    func apply(_ changes: some Sequence<StoreChange> & Sendable) async throws(HubTrouble) {
        try await store.apply(changes)
    }

    func importing<Trouble: Error>(
        _ body: @escaping @Sendable (any RowSink) throws(Trouble) -> Void
    ) async throws(HubTrouble) -> Result<Void, Trouble> {
        try await store.importing(body)
    }

    func prune(before: Timestamp) async throws(HubTrouble) { try await store.prune(before: before) }

    func save(_ invitation: Invitation, now: Timestamp) async throws(HubTrouble) -> Bool {
        try await store.save(invitation, now: now)
    }

    func redeem(_ code: EnrolmentCode, as device: NewDevice) async throws(HubTrouble) -> Redemption
    {
        try await store.redeem(code, as: device)
    }

    func devices(tokenHashes: [Data]) async throws(HubTrouble) -> [Data: Device] {
        try await store.devices(tokenHashes: tokenHashes)
    }

    func isEnrolled(_ device: DeviceID) async throws(HubTrouble) -> Bool {
        try await store.isEnrolled(device)
    }

    func tours(_ query: FeedQuery) async throws(HubTrouble) -> [CalendarTour] {
        try await store.tours(query)
    }

    func devices() async throws(HubTrouble) -> [Device] { try await store.devices() }

    func touch(_ device: DeviceID, now: Timestamp) async throws(HubTrouble) {
        try await store.touch(device, now: now)
    }

    func revoke(_ device: DeviceID, now: Timestamp) async throws(HubTrouble) -> Bool {
        try await store.revoke(device, now: now)
    }

    func accesses(
        of devices: [DeviceID],
        now: Timestamp
    ) async throws(HubTrouble) -> [DeviceID: AgentAccess] {
        try await store.accesses(of: devices, now: now)
    }

    func condition(now: Timestamp) async throws(HubTrouble) -> StoreCondition {
        try await store.condition(now: now)
    }

    func mutate<Value: Sendable>(
        by agent: AgentID,
        now: Timestamp,
        _ body: @escaping @Sendable (any MutationTransaction) throws -> Value
    ) async throws(HubTrouble) -> Value? {
        try await fate.mutate(store, by: agent, now: now, body)
    }

    func acked(by devices: [DeviceID]) async throws(HubTrouble) -> [DeviceID: Int64] {
        try await store.acked(by: devices)
    }

    func audit(after number: Int64, limit: Int) async throws(HubTrouble) -> [AuditEntry] {
        try await store.audit(after: number, limit: limit)
    }
}
