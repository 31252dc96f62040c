import Foundation

/// The programs that were built with these tests.
enum Programs {
    /// Where SwiftPM put the tests themselves, and so the programs.
    private static let directory = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()

    static let foyer = directory.appending(path: "foyer").path
    static let hub = directory.appending(path: "foyer-hub").path

    /// The project's top.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func isInstalled(_ program: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }
}

/// The folder of data that may stand beside the project.
enum SharedFiles {
    static let url =
        ProcessInfo.processInfo.environment["FOYER_SHARED"].map { URL(filePath: $0) }
        ?? Programs.root.deletingLastPathComponent().appending(path: "shared")

    static let homes = url.appending(path: "data/homes")
    static let hostile = url.appending(path: "data/hostile.jsonl")

    static func isHere(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }
}
