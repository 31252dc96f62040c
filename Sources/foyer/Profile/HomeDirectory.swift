import Foundation

/// Where the agent's own files are.
enum HomeDirectory {
    /// What `HOME` says, as everywhere on Unix, else what the system's list of users says.
    ///
    /// Foundation asks the list alone, so that a shell which was given another home would find its
    /// files in the wrong one.
    static var path: String {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
        return home.hasPrefix("/") ? home : NSHomeDirectory()
    }
}
