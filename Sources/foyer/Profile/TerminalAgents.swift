import Desk
import Foundation
import Model
import Replica

/// The agents whose desks are on this terminal: profiles beside the one that is open, and the
/// user's own.
///
/// It reads who they are and counts what they have not sent; nothing else of theirs.
struct TerminalAgents: Sendable {
    let here: ProfileDirectory

    /// Directories beside a profile that are looked at.
    private static let most = 500

    /// By name, the one of this desk among them.
    func list(now: Timestamp) -> [TerminalAgent] {
        let agents = directories.compactMap { directory in agent(of: directory, now) }
        return agents.sorted { ($0.name, $0.profile) < ($1.name, $1.profile) }
    }

    private var directories: [ProfileDirectory] {
        let parent = URL(filePath: here.path).deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        let beside = names.sorted().prefix(Self.most).map { "\(parent)/\($0)" }
        var seen: Set<String> = []
        return ([here.path, ProfileDirectory.usual()] + beside).filter { seen.insert($0).inserted }
            .map { ProfileDirectory(named: $0) }
            .filter(\.isEnrolled)
    }

    /// Nil for what is no profile, or not this user's.
    private func agent(of directory: ProfileDirectory, _ now: Timestamp) -> TerminalAgent? {
        guard let profile = try? directory.load() else { return nil }
        let isHere = directory.path == here.path
        return TerminalAgent(
            profile: directory.path,
            name: "\(profile.firstName) \(profile.lastName)",
            isHere: isHere,
            isOpenElsewhere: !isHere && directory.isOpen(now: now),
            hasPIN: directory.pin.isSet,
            waiting: directory.waiting
        )
    }
}
