import Foundation
import GRDB
import Hub
import Model
import Sync
import Wire

@testable import Replica

/// One office terminal: the real sessions, replica and outbox, and what drivers keep between them.
final class SimulatedTerminal {
    let number: Int
    let device: Device
    /// How often its process has begun; what was on its way to an earlier one is lost.
    private(set) var life = 0
    private(set) var replica: ReplicaWriter?
    var session = SyncSession(backOff: BackOff(seed: 0))
    var queue: [ReplicaJob] = []
    var bodies: [FetchNumber: AskedBody] = [:]
    var freshness: Freshness?
    /// Whether a job's turn is on the agenda.
    var isWorking = false
    /// Whether it has shown something that nothing may take away but a refusal or damage.
    var hasShown = false
    var isRevoked = false
    var pace = RequestPace()
    var sending = SendSession(backOff: BackOff(seed: 0))
    var sendPace = RequestPace()
    /// Whether its agent writes.
    let isWriting: Bool
    var diary = Diary()
    /// How far its clock is ahead.
    var clockError = Duration.zero
    /// Files of an earlier process, what was remembered then, and whether anything was shown.
    private var older: (path: String, diary: Diary, hasShown: Bool)?
    private var directory: String
    /// What was counted last, and of what.
    private var digested: (of: Version, digest: ReplicaDigest?)?
    private let scratch: Scratch
    private let time: VirtualTime

    init(_ number: Int, device: Device, time: VirtualTime, isWriting: Bool = false) throws {
        self.number = number
        self.device = device
        self.time = time
        self.isWriting = isWriting
        scratch = try Scratch()
        directory = scratch.path + "/0"
    }

    var isAlive: Bool { replica != nil }

    /// Begins with a copy that was made before.
    func take(_ office: PreparedOffice) throws {
        try office.copyTerminal(number, device.agent, to: directory)
        hasShown = true
    }

    /// Its process begins, with its own chance.
    func begin(seed: UInt64) async throws {
        life += 1
        session = SyncSession(backOff: BackOff(seed: seed))
        sending = SendSession(backOff: BackOff(seed: seed &+ 1))
        pace.begin()
        sendPace.begin()
        if !FileManager.default.fileExists(atPath: directory) {
            try PrivateFile.makeDirectory(directory)
        }
        let writes =
            isWriting
            ? AgentWrites(
                agent: device.agent,
                outbox: try Outbox(directory: directory),
                overlaps: false
            ) : nil
        let files = try ReplicaFiles(directory: replicaPath, now: time.now)
        let writer = try ReplicaWriter(files: files, writes: writes)
        replica = writer
        guard let outbox else { return }
        // As the program does it: what was written while nobody had the replica open is shown.
        try outbox.prune(now: time.now)
        try await writer.layAnew()
        diary.settle(Set(try outbox.states().keys))
    }

    /// Makes an image of the files as they will be after so many statements.
    func watch(until statements: Int) async throws -> Deathwatch {
        let watch = Deathwatch(directory: directory, image: image, statements: statements)
        for generation in [await replica?.live, await replica?.building] {
            try await generation?.pool.writeWithoutTransaction { watch.observe($0) }
        }
        outbox?.file.queue.inDatabase { watch.observe($0) }
        return watch
    }

    /// Its process is killed: the files stay as they are that moment, journals and all, or as they
    /// were when an image of them was made.
    func die() throws {
        let left = image
        if !FileManager.default.fileExists(atPath: left) {
            try FileManager.default.copyItem(atPath: directory, toPath: left)
        }
        replica = nil
        try FileManager.default.removeItem(atPath: directory)
        directory = left
        if isWriting, older == nil {
            try FileManager.default.copyItem(atPath: left, toPath: left + ".older")
            older = (left + ".older", diary, hasShown)
        }
        queue = []
        bodies = [:]
        isWorking = false
        freshness = nil
    }

    /// What tells one state of what is shown from another, beside what no process writes.
    private struct Version: Equatable {
        var life: Int
        var generation: Int?
        /// Rows that its one writer has changed.
        var changes: Int
    }

    /// Whether nothing was written since `digest` was asked for last.
    func isDigested() async -> Bool {
        guard let digested else { return false }
        return await version() == digested.of
    }

    /// What the replica adds up to; counted where something was written since.
    func digest() async throws -> ReplicaDigest? {
        let version = await version()
        if let digested, digested.of == version { return digested.digest }
        let digest = try replica?.reader.digest()
        digested = (version, digest)
        return digest
    }

    private func version() async -> Version {
        let live = await replica?.live
        let changes = live?.pool.unsafeReentrantWrite { $0.totalChangesCount }
        return Version(life: life, generation: live?.number, changes: changes ?? 0)
    }

    private var image: String { scratch.path + "/\(life)" }
    private var replicaPath: String { directory + "/replica" }
    var outbox: Outbox? { replica?.writes?.outbox }

    /// What is put back from an old copy, or gone, or was made under another schema.
    enum SetBack: CaseIterable {
        case outbox, replica, both, gone, schema
    }

    /// Its files become older ones, between two processes; false where there are none.
    func setBack(_ what: SetBack) throws -> Bool {
        if what == .gone {
            try FileManager.default.removeItem(atPath: replicaPath)
            hasShown = false
            return true
        }
        if what == .schema {
            try age()
            hasShown = false
            return true
        }
        guard let (older, memory, wasShown) = older else { return false }
        self.older = nil
        let isOfOutbox = what != .replica
        if what != .outbox {
            try put(["replica"], from: older)
            hasShown = wasShown
        }
        if isOfOutbox {
            try put(["outbox.sqlite", "outbox.sqlite-journal", "outbox.journal"], from: older)
            diary = memory
        }
        try FileManager.default.removeItem(atPath: older)
        return true
    }

    /// Another version of the program takes the place of the one that left the files.
    private func age() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: replicaPath)
        for name in names where name.hasSuffix(".sqlite") {
            try DatabaseQueue(path: replicaPath + "/" + name).write { db in
                guard try db.tableExists("replica") else { return }
                try db.execute(sql: "UPDATE replica SET fingerprint = 'of another version'")
            }
        }
        try DatabaseQueue(path: directory + "/outbox.sqlite").write { db in
            try db.execute(
                sql: """
                    UPDATE entry SET entry = json_set(entry, '$.schema', 'of another version')
                    WHERE state = 'waiting'
                    """
            )
        }
    }

    private func put(_ names: [String], from older: String) throws {
        for name in names {
            try? FileManager.default.removeItem(atPath: directory + "/" + name)
            guard FileManager.default.fileExists(atPath: older + "/" + name) else { continue }
            try FileManager.default.copyItem(
                atPath: older + "/" + name,
                toPath: directory + "/" + name
            )
        }
    }

    /// The names of the files that hold rows.
    func generations() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: replicaPath)
            .filter { $0.hasPrefix("replica-") }
    }
}

extension Outbox {
    /// How far each write went.
    func states() throws -> [MutationID: OutboxEntry.State] {
        try file.queue.read { db in
            let sql = "SELECT id, state FROM entry"
            return try Row.fetchAll(db.cachedStatement(sql: sql)).reduce(into: [:]) {
                $0[.stored($1[0])] = OutboxEntry.State(rawValue: $1[1])
            }
        }
    }
}

extension Identifier {
    /// An id as a database holds it.
    static func stored(_ data: Data) -> Self { data.withUnsafeBytes { Self(bytes: $0) } }
}

extension ReplicaJob {
    /// The fetch whose body the job needs.
    var fetch: FetchNumber? {
        switch self {
        case .page(let number), .settle(let number), .delta(let number): number
        case .beginGeneration, .finishLoading, .promote, .erase: nil
        }
    }
}
