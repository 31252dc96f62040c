import CNcurses
import Glibc

/// A program that has the terminal for a while, as a part of this program's own job.
struct LentProgram {
    private let pid: pid_t

    /// How long it may take to save what it has once it was asked to end; then it is ended.
    private static let lastMoment = Duration.milliseconds(800)

    /// Starts it with its arguments as they are, through no shell; the first is looked for in
    /// `PATH`.
    init(_ arguments: [String]) throws(TerminalTrouble) {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // It begins as a shell would begin it: no signal blocked, none handled.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, flags)
        let program = arguments.first ?? ""
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var pid: pid_t = 0
        let failure = posix_spawnp(&pid, program, nil, &attributes, &pointers, environ)
        guard failure == 0 else { throw .system(program, failure) }
        self.pid = pid
    }

    /// Waits until it has ended, and answers how, and which signals came meanwhile.
    ///
    /// Keys that ask a program to end are its own affair while it has the terminal; who asks this
    /// program to end asks both, and no program that will not hear holds this one. Where it stops,
    /// as vi does on Ctrl-Z, the whole job stops.
    func wait(_ signals: SignalLine) -> (end: LentEnd, signals: Set<Int32>) {
        var came: Set<Int32> = []
        var end: ContinuousClock.Instant?
        while true {
            var watched = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
            let left = end.map { max(0, Int32(($0 - .now) / .milliseconds(1))) + 1 }
            _ = poll(&watched, 1, left ?? -1)
            let numbers = signals.drain()
            came.formUnion(numbers)
            for number in [SIGTERM, SIGHUP] where numbers.contains(number) {
                kill(pid, number)
                end = end ?? .now + Self.lastMoment
            }
            if let end, end <= .now { kill(pid, SIGKILL) }
            var status: Int32 = 0
            let ended = waitpid(pid, &status, WNOHANG | WUNTRACED)
            guard ended != 0, ended > 0 || errno != EINTR else { continue }
            // As <sys/wait.h> reads a status.
            if ended == pid, status & 0xFF == 0x7F {
                foyer_stop_here()
                kill(pid, SIGCONT)
            } else if ended == pid, status & 0x7F == 0 {
                return (.exited(status >> 8 & 0xFF), came)
            } else {
                return (.killed(status & 0x7F), came)
            }
        }
    }
}

/// How a program ended that had the terminal.
package enum LentEnd: Equatable, Sendable {
    case exited(Int32)
    case killed(Int32)
}
