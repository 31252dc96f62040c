import Link
import Model
import Replica
import Sync
import Wire

/// Mends a replica by what its hub says that it differs in: performs what `RepairSession` decides.
actor Repairing {
    private let directory: ProfileDirectory
    private let writer: ReplicaWriter
    private let client: HubClient
    private var hasDerived = false
    private var rows = 0
    /// What the hub said at the first comparison of a round, for the check at its end.
    private var first: (ranges: [DividedRange], hub: [[TableDigest]])?

    init(directory: ProfileDirectory, writer: ReplicaWriter, client: HubClient) {
        self.directory = directory
        self.writer = writer
        self.client = client
    }

    /// Nil where the hub or the replica has gone on meanwhile: what was mended so far stays.
    func attempt() async throws -> VerifyReport? {
        try await derive()
        var session = RepairSession()
        var event = RepairEvent.began
        while true {
            let next: RepairEvent?
            switch session.handle(event) {
            case .compare(let ranges, let bounds): next = try await compare(ranges, bounds)
            case .mend(let ranges): next = try await mend(ranges)
            case .check: next = try check()
            case .finish: return try report()
            case .giveUp: throw Complaint(refetch("too much of the replica differs"))
            }
            guard let next else { return nil }
            event = next
        }
    }

    /// Once: a difference that is applied later keeps indexes and lists right.
    private func derive() async throws {
        guard !hasDerived else { return }
        do {
            try await writer.deriveAnew()
        } catch {
            throw Complaint(refetch("the replica's file is damaged beyond its rows"))
        }
        hasDerived = true
    }

    private func compare(_ ranges: [IDRange], _ bounds: Int) async throws -> RepairEvent? {
        guard let divided = try writer.reader.divided(ranges, bounds: bounds),
            let here = try writer.reader.digests(of: divided.value)
        else { throw Complaint("there is no copy yet; run: foyer sync --once") }
        let request = DigestRequest(cursor: here.cursor, ranges: divided.value)
        let response = try await client.digest(request)
        guard response.isAtCursor else { return nil }
        guard let parts = response.parts else { throw CallTrouble.noRepair }
        let hub = parts.map(\.digests)
        guard hub.map(\.count) == here.value.map(\.count) else { throw CallTrouble.notAHub }
        if ranges.allSatisfy(\.isWhole) { first = (divided.value, hub) }
        let compared = zip(divided.value, zip(here.value, hub)).flatMap { divided, digests in
            zip(divided.parts, zip(digests.0, digests.1)).map {
                ComparedPart($0, here: $1.0, hub: $1.1)
            }
        }
        return .compared(compared)
    }

    private func mend(_ ranges: [IDRange]) async throws -> RepairEvent? {
        guard let held = try writer.reader.held(ranges) else { return nil }
        let request = DigestRequest(cursor: held.cursor, held: held.value)
        guard let body = try await client.repair(request) else { return nil }
        let isWhole = try body.withUnsafeBytes { try !BodyReader.checkpoint(of: $0).more }
        guard let count = try await writer.mend(body) else { return nil }
        rows += count
        return .mended(isWhole: isWhole)
    }

    private func check() throws -> RepairEvent? {
        guard let first, let here = try writer.reader.digests(of: first.ranges) else { return nil }
        return .checked(isEqual: here.value == first.hub)
    }

    private func report() throws -> VerifyReport? {
        guard let first, let here = try writer.reader.digests(of: first.ranges) else { return nil }
        var report = VerifyReport(
            here: Self.tables(first.ranges, here.value),
            hub: Dictionary(
                uniqueKeysWithValues: Self.tables(first.ranges, first.hub).map {
                    ($0.key.rawValue, $0.value)
                }
            )
        )
        let traffic = client.traffic
        report.repair = .init(rows: rows, requests: traffic.requests, bytes: traffic.bytes)
        return report
    }

    private static func tables(
        _ ranges: [DividedRange],
        _ digests: [[TableDigest]]
    ) -> [Table: TableDigest] {
        Dictionary(
            uniqueKeysWithValues: zip(ranges, digests).map { divided, parts in
                (divided.range.table, parts.reduce(TableDigest(), +))
            }
        )
    }

    /// What to do where mending does not help.
    private func refetch(_ why: String) -> String {
        "\(why); remove \(directory.replica) and run: foyer sync --once"
    }
}
