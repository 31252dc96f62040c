import Foundation
import Glibc

/// The built desk, or another full-screen program, on a pseudo-terminal of its own.
final class DeskProcess {
    let pid: pid_t
    /// The near end of the pseudo-terminal.
    private let terminal: Int32
    /// When it was started.
    let begin: ContinuousClock.Instant

    convenience init(profile: String, columns: UInt16, lines: UInt16) throws {
        let program = try Sibling.path("foyer")
        try self.init(program, ["--profile", profile], columns: columns, lines: lines)
    }

    /// Starts a program with nothing in its environment but a terminal, UTF-8 and what is given.
    init(
        _ program: String,
        _ arguments: [String],
        environment: [String] = [],
        columns: UInt16,
        lines: UInt16
    ) throws {
        var (near, far): (Int32, Int32) = (0, 0)
        var size = winsize(ws_row: lines, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        var name = [CChar](repeating: 0, count: 128)
        guard openpty(&near, &far, &name, nil, &size) == 0 else {
            throw Complaint("there is no pseudo-terminal (error \(errno))")
        }
        _ = fcntl(near, F_SETFL, O_NONBLOCK)
        terminal = near
        defer { close(far) }
        let line = String(
            decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
            as: UTF8.self
        )
        begin = .now
        pid = try Self.spawn(program, arguments, environment, on: line)
    }

    deinit {
        kill(pid, SIGKILL)
        var code: Int32 = 0
        waitpid(pid, &code, 0)
        close(terminal)
    }

    /// Presses a key.
    func press(_ key: String) { _ = write(terminal, key, key.utf8.count) }

    /// What the desk writes until it has shown that text, or else until it has been silent so long;
    /// and when the last of it came.
    func read(
        until text: String? = nil,
        silence: Duration,
        atMost: Duration = .seconds(60)
    ) throws -> (bytes: Int, last: ContinuousClock.Instant?) {
        let start = ContinuousClock.now
        var (count, last): (Int, ContinuousClock.Instant?) = (0, nil)
        var tail: [UInt8] = []
        while true {
            let wait = text == nil ? silence : atMost - (ContinuousClock.now - start)
            guard let bytes = try next(within: wait) else { break }
            count += bytes.count
            last = .now
            guard let text else { continue }
            tail += bytes
            if tail.firstRange(of: Array(text.utf8)) != nil { return (count, last) }
        }
        guard text == nil else { throw Complaint("the desk never showed “\(text ?? "")”") }
        return (count, last)
    }

    /// The next bytes; nil where none come.
    func next(within wait: Duration) throws -> [UInt8]? {
        var watched = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, Int32(max(0, wait.milliseconds))) > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let length = bytes.count
        let count = Glibc.read(terminal, &bytes, length)
        guard count > 0 else { throw Complaint("the desk ended; run foyer with this profile") }
        return Array(bytes[..<count])
    }

    /// The most memory that it had at once, MiB (VmHWM of proc(5)).
    func peakMemory() throws -> Double {
        try Self.status("/proc/\(pid)", "VmHWM") / 1_024
    }

    /// The memory that it has now, MiB (VmRSS of proc(5)).
    func memory() throws -> Double {
        try Self.status("/proc/\(pid)", "VmRSS") / 1_024
    }

    /// How often each of its threads has gone to sleep of its own accord, and so been woken.
    func wakeUps() throws -> [String: Double] {
        let tasks = "/proc/\(pid)/task"
        let threads = try FileManager.default.contentsOfDirectory(atPath: tasks)
        return Dictionary(
            uniqueKeysWithValues: threads.compactMap { thread in
                // One may end between the two.
                (try? Self.status("\(tasks)/\(thread)", "voluntary_ctxt_switches")).map {
                    (thread, $0)
                }
            }
        )
    }

    /// A number of proc(5)'s `status`.
    private static func status(_ directory: String, _ name: String) throws -> Double {
        let status = try String(contentsOfFile: directory + "/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        let words = line?.split(whereSeparator: \.isWhitespace) ?? []
        guard words.count > 1, let number = Double(words[1]) else {
            throw Complaint("\(directory)/status says nothing of \(name)")
        }
        return number
    }

    private static func spawn(
        _ program: String,
        _ arguments: [String],
        _ environment: [String],
        on line: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Opened by a session of its own, the line is its terminal: some programs open /dev/tty.
        posix_spawn_file_actions_addopen(&actions, 0, line, O_RDWR, 0)
        for descriptor in Int32(1)...2 {
            posix_spawn_file_actions_adddup2(&actions, 0, descriptor)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, newSession)
        for descriptor in Int32(3)..<256 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var words = Self.copies([program] + arguments)
        let terminal = ["TERM=xterm-256color", "LC_ALL=C.UTF-8"]
        var settings = Self.copies(terminal + environment)
        defer { for word in words + settings { free(word) } }
        var pid: pid_t = 0
        let failure = posix_spawn(&pid, program, &actions, &attributes, &words, &settings)
        guard failure == 0 else { throw Complaint("\(program) cannot be started (\(failure))") }
        return pid
    }

    /// glibc's `POSIX_SPAWN_SETSID`, which Swift does not import.
    private static let newSession: Int16 = 0x80

    /// As C takes a list of words; each is to be freed.
    private static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        words.map { strdup($0) } + [nil]
    }
}
