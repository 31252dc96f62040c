import Foundation

/// Puts this program anew in its own place, with another agent's profile.
///
/// The kernel gives it fresh memory: nothing of the first agent is left in it.
enum Relaunch {
    /// The same command with another profile.
    static func arguments(_ arguments: [String], profile: String) -> [String] {
        var kept: [String] = []
        var isValue = false
        for argument in arguments {
            if isValue {
                isValue = false
            } else if argument == "--profile" {
                isValue = true
            } else if !argument.hasPrefix("--profile=") {
                kept.append(argument)
            }
        }
        return kept + ["--profile", profile]
    }

    /// Never comes back but with an error; everything must be closed and kept before.
    static func run(profile: String) throws -> Never {
        let arguments = arguments(CommandLine.arguments, profile: profile)
        closeOnExecution()
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
        var pointers = arguments.map { strdup($0) } + [nil]
        execv(program, &pointers)
        let reason = String(cString: strerror(errno))
        for pointer in pointers { free(pointer) }
        throw Complaint(
            "\(program) does not start again (\(reason)); run: foyer --profile \(profile)"
        )
    }

    /// Files and sockets of this desk are not handed on to another program, whoever opened them.
    static func closeOnExecution() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in names.compactMap(Int32.init) where descriptor > STDERR_FILENO {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
    }
}
