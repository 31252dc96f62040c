import Desk
import Model
import Replica

/// Looks at PINs and profiles beside the drawing thread, and tells the desk what came of it.
struct DeskLock: Sendable {
    let file: PINFile
    let agents: TerminalAgents?
    let now: @Sendable () -> Timestamp

    /// Nil for what is not a matter of the lock.
    func answer(_ effect: DeskEffect) -> DeskEvent? {
        switch effect {
        case .checkPIN(let pin): .lockAnswered(check(pin))
        case .setPIN(let pin): .lockAnswered(set(pin))
        case .lookForAgents: .agentsKnown(agents?.list(now: now()) ?? [])
        default: nil
        }
    }

    private func check(_ pin: String) -> LockAnswer {
        do {
            switch try file.check(pin, now: now()) {
            case .right: return .right
            case .wrong(let left): return .wrong(triesLeft: left)
            case .wait(let until):
                return .wait(seconds: Int(until.since(now()) / .seconds(1)) + 1)
            }
        } catch {
            return .failed("The PIN cannot be looked up (\(error)); foyer enroll makes it anew.")
        }
    }

    private func set(_ pin: String) -> LockAnswer {
        do {
            try file.set(pin)
            return .right
        } catch {
            return .failed("The PIN cannot be kept: \(error)")
        }
    }
}
