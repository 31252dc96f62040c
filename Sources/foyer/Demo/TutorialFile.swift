import Foundation

/// Whether somebody on this machine has had the first tour: an empty file under
/// `$XDG_STATE_HOME/foyer`, or `~/.local/state/foyer`.
struct TutorialFile {
    private let path: String

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let state =
            environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? HomeDirectory.path + "/.local/state"
        path = state + "/foyer/tour-seen"
    }

    var wasSeen: Bool { FileManager.default.fileExists(atPath: path) }

    /// Without it the tour begins again the next time, which harms nobody.
    func remember() {
        let directory = URL(filePath: path).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
}
