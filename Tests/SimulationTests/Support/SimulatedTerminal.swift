import Foundation
import Hub
import Model
import Replica
import Sync
import Wire

/// One office terminal: the real session and the real replica, and what a driver keeps between
/// them.
final class SimulatedTerminal {
    let number: Int
    let device: Device
    /// How often its process has begun; what was on its way to an earlier one is lost.
    private(set) var life = 0
    private(set) var replica: ReplicaWriter?
    var session = SyncSession(backOff: BackOff(seed: 0))
    var queue: [ReplicaJob] = []
    var bodies: [FetchNumber: [UInt8]] = [:]
    var freshness: Freshness?
    /// Whether a job's turn is on the agenda.
    var isWorking = false
    /// Whether it has shown something that nothing may take away but a refusal or damage.
    var hasShown = false
    var isRevoked = false
    var pace = RequestPace()
    private var directory: String
    private let scratch: Scratch
    private let time: VirtualTime

    init(_ number: Int, device: Device, time: VirtualTime) throws {
        self.number = number
        self.device = device
        self.time = time
        scratch = try Scratch()
        directory = scratch.path + "/0"
    }

    var isAlive: Bool { replica != nil }

    /// Its process begins, with its own chance.
    func begin(seed: UInt64) throws {
        life += 1
        session = SyncSession(backOff: BackOff(seed: seed))
        replica = try ReplicaWriter(files: ReplicaFiles(directory: directory, now: time.now))
        pace.begin()
    }

    /// Its process is killed: the files stay as they are that moment, journals and all.
    func die() throws {
        let left = scratch.path + "/\(life)"
        try FileManager.default.copyItem(atPath: directory, toPath: left)
        replica = nil
        try FileManager.default.removeItem(atPath: directory)
        directory = left
        queue = []
        bodies = [:]
        isWorking = false
        freshness = nil
    }

    /// The names of the files that hold rows.
    func generations() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory)
            .filter { $0.hasPrefix("replica-") }
    }

    /// What the session is told of a body, as a driver tells it.
    static func summary(of body: FetchedBody) -> FetchSummary {
        if body.begin.snapshot {
            return .page(next: body.checkpoint.checkpoint, rows: body.begin.rows)
        }
        let lines = body.bytes.count { $0 == UInt8(ascii: "\n") }
        return .delta(next: body.checkpoint.checkpoint, isEmpty: lines <= 2)
    }
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
