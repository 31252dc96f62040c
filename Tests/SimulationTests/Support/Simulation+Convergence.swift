import Hub
import Model
import Sync

@testable import Replica

// Whether all has come to rest, and what it is that has not.
extension Simulation {
    /// Whether every terminal shows what the hub has now, or has erased it.
    func isConverged() async throws -> Bool { try await unconverged() == nil }

    /// What the first terminal lacks that does not show what the hub has now; nil where all do, or
    /// have erased it.
    ///
    /// What costs least is asked first, of all: this is asked after every step.
    func unconverged() async throws -> String? {
        for terminal in terminals {
            guard let lack = try terminal.isRevoked ? unerased(terminal) : unrest(terminal) else {
                continue
            }
            return "terminal \(terminal.number) \(lack)"
        }
        for terminal in terminals where !terminal.isRevoked {
            guard let lack = try await difference(terminal) else { continue }
            return "terminal \(terminal.number) \(lack)"
        }
        return nil
    }

    /// What is left of a terminal whose device was revoked.
    private func unerased(_ terminal: SimulatedTerminal) throws -> String? {
        guard terminal.isAlive else { return "is not running" }
        let files = try terminal.generations()
        guard files.isEmpty else {
            return "was revoked and still has \(files.joined(separator: " "))"
        }
        if case .refused = terminal.freshness { return nil }
        return "was revoked and says it is \(words(terminal.freshness))"
    }

    /// What a terminal has not done yet.
    private func unrest(_ terminal: SimulatedTerminal) throws -> String? {
        guard terminal.isAlive else { return "is not running" }
        guard terminal.freshness == .live else { return "is \(words(terminal.freshness))" }
        guard terminal.queue.isEmpty else { return "has jobs to do: \(terminal.queue)" }
        return try unwritten(terminal)
    }

    /// In what its rows are not what the hub has now.
    private func difference(_ terminal: SimulatedTerminal) async throws -> String? {
        guard let digest = try await terminal.digest() else { return "shows nothing" }
        guard let now = try await hub.testimony(for: terminal.device.agent) else {
            return "is of an agent whom the hub does not have any more"
        }
        let other = Model.Table.allCases.filter { digest.tables[$0] != now.tables[$0] }
        guard !other.isEmpty || digest.tables != now.tables else { return nil }
        return "has other rows than the hub in \(other.map(\.rawValue).joined(separator: " "))"
    }

    private func words(_ freshness: Freshness?) -> String {
        freshness.map { "\($0)" } ?? "silent"
    }
}
