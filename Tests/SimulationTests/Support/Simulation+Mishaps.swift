import Hub
import HubSQLite
import Model
import Sync

// What the platform and fate do to the hub.
extension Simulation {
    func write() async throws {
        let (name, changes) = try await platform.next(hub)
        if try await hub.write(changes) {
            log("written: \(name)")
            wakeParked()
        }
        agenda.add(.write, at: pause(span(.seconds(4))))
    }

    func mishap() async throws {
        agenda.add(.mishap, at: pause(weather.betweenMishaps))
        switch Int.random(in: 0..<12, using: &chance) {
        case 0...2:
            log("the hub restarts")
            try await hub.restart()
            hubGone()
        case 3...4:
            log("the hub is backed up")
            try await hub.backUp()
        case 5:
            guard try await hub.restore(isRenamed: Bool.random(using: &chance)) else { return }
            log("the hub is restored")
            hubGone()
        case 6:
            log("the log is pruned")
            try await hub.prune()
        case 7:
            log("eleven hours pass")
            time.jump(by: .seconds(39_600))
            wakeParked()
        case 8: try await revokeOne()
        default: askOne()
        }
    }

    /// Its process ends and is back after a while; who waits there is cut off.
    func hubGone() {
        isHubUp = false
        agenda.add(.hubUp, at: pause(span(.seconds(5))))
        wakeParked()
    }

    /// Rarely, and never the only terminal.
    private func revokeOne() async throws {
        guard let terminal = terminals.last, terminals.count > 2 else { return }
        log("\(terminal.number) is revoked")
        _ = try await hub.store.revoke(terminal.device.id, now: time.now)
        terminal.isRevoked = true
        wakeParked()
    }

    private func askOne() {
        guard let terminal = terminals.randomElement(using: &chance), terminal.isAlive else {
            return
        }
        agenda.add(
            .told(terminal: terminal.number, life: terminal.life, .agentAsked),
            at: time.elapsed
        )
    }
}
