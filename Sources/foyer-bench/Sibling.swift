import Foundation

/// Programs that were built beside this one.
enum Sibling {
    static func path(_ name: String) throws -> String {
        let here = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let path = here.deletingLastPathComponent().appending(path: name).path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Complaint("\(path) is not there; run: swift build -c release")
        }
        return path
    }

    /// Runs one to its end.
    static func run(_ name: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: try path(name))
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Complaint("\(name) \(arguments.first ?? "") failed; what it said is above")
        }
    }
}
