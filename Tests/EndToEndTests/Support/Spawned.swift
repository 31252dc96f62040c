import Foundation
import Glibc

/// A program that was started as a shell starts one: with no descriptor but the standard three and
/// no signal blocked.
///
/// Foundation's `Process` hands down one of its own descriptors and the signal mask of the thread,
/// so that a server which stays is waited for, and one that should end ignores SIGTERM.
final class Spawned {
    let pid: pid_t
    private var status: Int32?

    init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String] = [:],
        output: Int32,
        errors: Int32
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        // Closing one that is not open is no failure to glibc.
        for descriptor in Int32(3)..<256 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, flags)

        let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var pid: pid_t = 0
        let failure = Self.withCStrings([program] + arguments) { arguments in
            Self.withCStrings(merged.map { "\($0)=\($1)" }) { environment in
                posix_spawnp(&pid, program, &actions, &attributes, arguments, environment)
            }
        }
        guard failure == 0 else { throw Failure("\(program) cannot be started (\(failure))") }
        self.pid = pid
    }

    deinit {
        kill(SIGKILL)
        _ = wait()
    }

    var isRunning: Bool { poll(WNOHANG) == nil }

    /// Waits for its end; answers its exit code, or its signal and 128.
    func wait() -> Int32 { poll(0) ?? -1 }

    func kill(_ signal: Int32) {
        if isRunning { Glibc.kill(pid, signal) }
    }

    private func poll(_ options: Int32) -> Int32? {
        if let status { return status }
        var code: Int32 = 0
        var answer = waitpid(pid, &code, options)
        while answer < 0, errno == EINTR { answer = waitpid(pid, &code, options) }
        guard answer == pid else { return nil }
        status = code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + code & 0x7F
        return status
    }

    private static func withCStrings<Value>(
        _ strings: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
