import Foundation
import HubSQLite
import Model

/// A hub whose terminals have their copies already, and these copies, made once: to make one takes
/// longer than most storms.
final class PreparedOffice: Sendable {
    private let directory: String
    /// Where the copies stand, by the names of their directories.
    private let cursors: [String: String]

    /// Lets a terminal of each agent for each number fetch all from a copy of that hub.
    init(hub path: String, _ agents: [AgentID], in parent: String) async throws {
        directory = parent + "/prepared"
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        try FileManager.default.copyItem(atPath: path, toPath: directory + "/hub.sqlite")
        let hub = try await SimulatedHub(directory: directory, time: VirtualTime())
        var cursors: [String: String] = [:]
        for number in 0..<Self.terminals {
            for agent in agents {
                let name = Self.name(number, agent)
                let device = try await hub.enroll(number, agent: agent)
                let place = directory + "/" + name
                let terminal = try AwayTerminal(device, directory: place, time: hub.time)
                try await terminal.fetch(hub)
                cursors[name] = terminal.cursor
            }
        }
        self.cursors = cursors
        try hub.store.close()
    }

    /// Puts a copy of the hub's file there.
    func copyHub(to path: String) throws {
        try FileManager.default.copyItem(atPath: directory + "/hub.sqlite", toPath: path)
    }

    /// Puts the files of an agent's terminal of that number there.
    func copyTerminal(_ number: Int, _ agent: AgentID, to path: String) throws {
        let place = directory + "/" + Self.name(number, agent)
        try FileManager.default.copyItem(atPath: place, toPath: path)
    }

    /// Where that terminal's copy stands.
    func cursor(_ number: Int, _ agent: AgentID) -> String? { cursors[Self.name(number, agent)] }

    private static func name(_ number: Int, _ agent: AgentID) -> String {
        "\(number)-\(agent.text)"
    }

    /// As many as a simulation has.
    private static let terminals = 3
}
