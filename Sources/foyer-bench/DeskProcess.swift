import Foundation
import Glibc

/// The built desk on a pseudo-terminal of its own.
final class DeskProcess {
    let pid: pid_t
    /// The near end of the pseudo-terminal.
    private let terminal: Int32
    /// When it was started.
    let begin: ContinuousClock.Instant

    init(profile: String, columns: UInt16, lines: UInt16) throws {
        var (near, far): (Int32, Int32) = (0, 0)
        var size = winsize(ws_row: lines, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&near, &far, nil, nil, &size) == 0 else {
            throw Complaint("there is no pseudo-terminal (error \(errno))")
        }
        _ = fcntl(near, F_SETFL, O_NONBLOCK)
        terminal = near
        let program = try Sibling.path("foyer")
        begin = .now
        pid = try Self.spawn(program, ["--profile", profile], on: far)
        close(far)
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
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let words = line?.split(whereSeparator: \.isWhitespace) ?? []
        guard words.count > 1, let size = Double(words[1]) else {
            throw Complaint("/proc says nothing of the desk's memory")
        }
        return size / 1_024
    }

    private static func spawn(
        _ program: String,
        _ arguments: [String],
        on line: Int32
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in Int32(0)...2 {
            posix_spawn_file_actions_adddup2(&actions, line, descriptor)
        }
        for descriptor in Int32(3)..<256 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var words = Self.copies([program] + arguments)
        var settings = Self.copies(["TERM=xterm-256color", "LC_ALL=C.UTF-8"])
        defer { for word in words + settings { free(word) } }
        var pid: pid_t = 0
        let failure = posix_spawn(&pid, program, &actions, nil, &words, &settings)
        guard failure == 0 else { throw Complaint("\(program) cannot be started (\(failure))") }
        return pid
    }

    /// As C takes a list of words; each is to be freed.
    private static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
        words.map { strdup($0) } + [nil]
    }
}
