package import Foundation
import Synchronization

/// A PostgreSQL of the tests' own, in a directory that goes with it.
///
/// A watchdog starts the server and stops it when its standard input ends, which it does when this
/// process ends, however it does.
package final class PostgresServer: Sendable {
    /// Where Debian keeps the server's programs, and the newest of them.
    private static let programs = ["17", "16", "15", "14", "13"]
        .map { "/usr/lib/postgresql/\($0)/bin" }
        .first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }

    /// Whether one can be started here.
    package static var isHere: Bool { programs != nil }

    /// One for all tests of the process; each takes a database of its own.
    private static let shared = Mutex<Result<PostgresServer, ServerTrouble>?>(nil)

    /// The process's server, started when it is first asked for.
    package static func started() throws -> PostgresServer {
        try shared.withLock { shared in
            if let shared { return try shared.get() }
            let result = Result { () throws(ServerTrouble) in try PostgresServer() }
            shared = result
            return try result.get()
        }
    }

    /// The server's data, log and socket; `data` below it is the cluster.
    package let directory: URL
    private let programs: String
    private let watchdog: Mutex<Watchdog?>

    private struct Watchdog {
        let child: pid_t
        /// Its standard input ends when this is closed.
        let life: Int32
    }

    /// Starts one; `stop` ends it before the process does.
    package init() throws(ServerTrouble) {
        guard let programs = Self.programs else {
            throw ServerTrouble("no PostgreSQL server is installed")
        }
        self.programs = programs
        directory = FileManager.default.temporaryDirectory.appending(
            path: "foyer-postgres-\(UUID().uuidString.prefix(8))"
        )
        watchdog = Mutex(nil)
        do {
            try FileManager.default.createDirectory(
                at: directory,
                withIntermediateDirectories: true
            )
        } catch {
            throw ServerTrouble("\(error)")
        }
        try start()
    }

    private func start() throws(ServerTrouble) {
        let ready = directory.appending(path: "ready").path
        let out = directory.appending(path: "out").path
        let user = getuid() == 0 ? "runuser -u postgres --" : "env"
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw ServerTrouble("no pipe") }
        // No other child may hold the end whose close means the end.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let child = try Shell.spawn(
            "/bin/bash",
            ["-c", Self.script, "bash", directory.path, programs, user, ready],
            input: ends[0],
            output: out
        )
        // The script writes `ready` in the end, or ends itself.
        while !FileManager.default.fileExists(atPath: ready) {
            guard Shell.wait(child, WNOHANG) == -1 else {
                let log = try? String(contentsOfFile: out, encoding: .utf8)
                throw ServerTrouble("the server does not start: \(log ?? "it left no log")")
            }
            usleep(20_000)
        }
        watchdog.withLock { $0 = Watchdog(child: child, life: ends[1]) }
    }

    private static let script = """
        directory=$1 programs=$2 user=$3 ready=$4
        [ "$user" = env ] || chown postgres "$directory"
        $user "$programs/initdb" -D "$directory/data" -A trust -U foyer -E UTF8 </dev/null || exit
        cat >>"$directory/data/postgresql.conf" <<CONF
        listen_addresses = ''
        unix_socket_directories = '$directory'
        fsync = off
        max_connections = 200
        max_prepared_transactions = 10
        CONF
        control() { $user "$programs/pg_ctl" -D "$directory/data" "$@" </dev/null; }
        control -w -l "$directory/log" start || exit
        touch "$ready"
        cat >/dev/null
        control -m immediate stop
        for other in "$directory"/*/postmaster.pid; do
            [ -e "$other" ] || continue
            $user "$programs/pg_ctl" -D "${other%/*}" -m immediate stop </dev/null
        done
        rm -rf "$directory"
        """

    /// Ends it; its directory goes with it.
    package func stop() {
        let watchdog = watchdog.withLock { watchdog in
            defer { watchdog = nil }
            return watchdog
        }
        guard let watchdog else { return }
        close(watchdog.life)
        Shell.wait(watchdog.child)
    }

    /// How a server is ended: it lets nobody finish, or it is as if the machine went down.
    package enum Ending: String, Sendable {
        case fast, immediate
    }

    /// Ends it that way and starts it again.
    package func restart(_ ending: Ending) throws {
        try control("stop", ending)
        try control("start")
    }

    /// Copies the cluster as it lies there while it is down, to `restore` it by.
    package func backUp() throws {
        try control("stop", .fast)
        try copy("data", to: "backup")
        try control("start")
    }

    /// Puts the cluster back that was copied; what was written since is gone.
    package func restore() throws {
        try control("stop", .immediate)
        try copy("backup", to: "data")
        try control("start")
    }

    private func control(_ verb: String, _ ending: Ending? = nil) throws {
        let data = directory.appending(path: "data").path
        let log = directory.appending(path: "log").path
        let mode = ending.map { ["-m", $0.rawValue] } ?? []
        try program("pg_ctl", ["-D", data, "-w", "-l", log] + mode + [verb])
    }

    private func copy(_ from: String, to place: String) throws {
        let target = directory.appending(path: place).path
        try Shell.run("/bin/rm", ["-rf", target])
        try Shell.run("/bin/cp", ["-a", directory.appending(path: from).path, target])
    }

    /// The address of a database, as libpq and our programs take it.
    package func address(_ database: String, user: String = "foyer") -> String {
        "postgres://\(user)@/\(database)?host=\(directory.path)"
    }

    /// Makes a standby that follows this server, and starts it; it ends with the server.
    ///
    /// Returns its data and the address of a database there.
    package func makeStandby(of database: String) throws -> (data: URL, address: String) {
        let data = directory.appending(path: "standby")
        let source = "host=\(directory.path) user=foyer"
        try program(
            "pg_basebackup",
            ["-d", source, "-D", data.path, "-R", "-X", "stream", "-c", "fast"]
        )
        let log = directory.appending(path: "standby.log").path
        // Its socket lies in its own data, whose directory is as private.
        let options = "-c unix_socket_directories='\(data.path)'"
        try program("pg_ctl", ["-D", data.path, "-l", log, "-o", options, "-w", "start"])
        return (data, "postgres://foyer@/\(database)?host=\(data.path)")
    }

    /// Makes an empty database of its own and returns its name.
    package func makeDatabase() throws -> String {
        let name = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }
        try psql("postgres", ["-c", "CREATE DATABASE \(name)"])
        return name
    }

    package func drop(_ database: String) {
        _ = try? psql("postgres", ["-c", "DROP DATABASE \(database) WITH (FORCE)"])
    }

    /// Runs psql, the platform's own way to write; returns what it printed.
    @discardableResult
    package func psql(_ database: String, _ arguments: [String]) throws -> String {
        try Shell.run(
            programs + "/psql",
            ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", address(database)] + arguments
        )
    }

    /// Runs one of the server's programs, such as `pg_ctl` or `pg_dump`, as who may.
    @discardableResult
    package func program(_ name: String, _ arguments: [String]) throws -> String {
        let full = [programs + "/" + name] + arguments
        return getuid() == 0
            ? try Shell.run("/usr/sbin/runuser", ["-u", "postgres", "--"] + full)
            : try Shell.run(full[0], arguments)
    }
}

/// Why a server, or a program beside it, did not do its work.
package struct ServerTrouble: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
