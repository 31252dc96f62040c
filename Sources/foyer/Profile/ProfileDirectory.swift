import Foundation
import Model
import Replica

/// The directory of one agent on this terminal: who they are, and their replica.
struct ProfileDirectory: Sendable {
    let path: String

    /// The directory that was named, or else the one of `FOYER_PROFILE`, or else the user's own.
    init(named path: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
        if let path = path ?? environment["FOYER_PROFILE"] {
            self.path = URL(filePath: path).standardizedFileURL.path
            return
        }
        self.path = Self.usual(in: environment)
    }

    /// The user's own, where none is named.
    static func usual(
        in environment: [String: String] = ProcessInfo.processInfo.environment
    )
        -> String
    {
        let share =
            environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? HomeDirectory.path + "/.local/share"
        return share + "/foyer"
    }

    var replica: String { path + "/replica" }
    var crashReport: String { path + "/crash.log" }
    /// Where a text is while the agent's own editor has it.
    var editing: String { path + "/editing" }
    /// What was noted of the connection to the hub.
    var linkLog: String { path + "/link.json" }
    private var file: String { path + "/profile.json" }

    var isEnrolled: Bool { FileManager.default.fileExists(atPath: file) }

    /// Reads who this terminal belongs to.
    func load() throws -> Profile {
        guard isEnrolled else {
            throw Complaint(
                """
                \(path) holds no profile: this terminal is not enrolled. Ask the operator for a \
                code and run: foyer enroll URL CODE. To look around: foyer demo
                """
            )
        }
        try PrivateFile.check(file)
        do {
            let data = try Data(contentsOf: URL(filePath: file))
            return try JSONDecoder().decode(Profile.self, from: data)
        } catch {
            throw Complaint("\(file) cannot be read; enroll this terminal again")
        }
    }

    func save(_ profile: Profile) throws {
        try makeParents()
        try PrivateFile.makeDirectory(path)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(profile), as: UTF8.self)
        try PrivateFile.replace(file, with: text + "\n")
    }

    /// Takes the replica's lock for as long as the writer lives; what the agent wrote lies over its
    /// rows.
    func openReplica(now: Timestamp, agent: AgentID) throws -> ReplicaWriter {
        try ReplicaWriter(
            files: ReplicaFiles(directory: replica, now: now),
            writes: AgentWrites(agent: agent, outbox: try openOutbox())
        )
    }

    /// The same with the hub's rows alone, to be compared with the hub.
    func openBareReplica(now: Timestamp) throws -> ReplicaWriter {
        try ReplicaWriter(files: ReplicaFiles(directory: replica, now: now))
    }

    /// What the agent wrote; any process may append to it.
    func openOutbox() throws -> Outbox { try Outbox(directory: path) }

    /// Destroys what another agent wrote, once all of it is sent.
    func removeOutbox() {
        for name in ["sqlite", "sqlite-journal", "journal"] {
            PrivateFile.wipe(path + "/outbox." + name)
        }
    }

    /// Whether anything was ever written.
    var hasOutbox: Bool { FileManager.default.fileExists(atPath: path + "/outbox.sqlite") }

    /// Writes that are not on the hub yet.
    var waiting: Int { hasOutbox ? (try? openOutbox().counts().waiting) ?? 0 : 0 }

    /// Whether a program holds the replica now.
    func isOpen(now: Timestamp) -> Bool {
        guard FileManager.default.fileExists(atPath: replica) else { return false }
        do {
            _ = try ReplicaFiles(directory: replica, now: now)
            return false
        } catch {
            if case .owned = error { return true }
            return false
        }
    }

    /// What opens the agent's desk once it is locked.
    var pin: PINFile { PINFile(directory: path) }

    /// Tells the process that sends that something waits.
    var bell: OutboxBell { OutboxBell(directory: path) }

    /// The directories above belong to the user's home and get the usual mode.
    private func makeParents() throws {
        let parent = URL(filePath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    }
}
