package import Foundation

/// Runs programs beside the tests.
///
/// Not by Foundation's `Process`, which gives each child a descriptor and waits until nobody holds
/// it any more: a server that stays would keep every test waiting.
package enum Shell {
    /// Runs one to its end; returns what it wrote, and throws that where it failed.
    @discardableResult
    package static func run(_ program: String, _ arguments: [String]) throws -> String {
        let output = FileManager.default.temporaryDirectory.appending(
            path: "foyer-\(UUID().uuidString)"
        )
        defer { try? FileManager.default.removeItem(at: output) }
        let child = try spawn(program, arguments, input: nil, output: output.path)
        let status = wait(child)
        let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        guard status == 0 else {
            throw ServerTrouble("\(program) ended with status \(status): \(text)")
        }
        return text
    }

    /// Starts one with what it writes in a file, and nothing to read but `input`.
    static func spawn(
        _ program: String,
        _ arguments: [String],
        input: Int32?,
        output: String
    ) throws(ServerTrouble) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let words = ["/bin/bash", "-c", closing, "bash", program] + arguments
        let texts = words.map { strdup($0) }
        defer { for text in texts { free(text) } }
        var child: pid_t = 0
        let error = posix_spawn(&child, "/bin/bash", &actions, nil, texts + [nil], environ)
        guard error == 0 else {
            throw ServerTrouble("\(program): \(String(cString: strerror(error)))")
        }
        return child
    }

    /// A child that stays would keep every descriptor that happened to be open: only the standard
    /// three go on.
    private static let closing = """
        cd /
        for path in /proc/$$/fd/*; do
            number=${path##*/}
            [ -e "$path" ] && [ "$number" -gt 2 ] && eval "exec $number>&-"
        done
        exec "$@"
        """

    /// What `waitpid` says of a child that ended; -1 with `WNOHANG` while it runs.
    @discardableResult
    static func wait(_ child: pid_t, _ options: Int32 = 0) -> Int32 {
        var status: Int32 = 0
        while true {
            switch waitpid(child, &status, options) {
            case child: return status
            case 0: return -1
            default: guard errno == EINTR else { return status }
            }
        }
    }
}

/// The folder of data and seeds that may stand beside the project.
package enum SharedFiles {
    package static var url: URL {
        if let path = ProcessInfo.processInfo.environment["FOYER_SHARED"] {
            return URL(filePath: path)
        }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    }
}
