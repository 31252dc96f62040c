import Foundation

/// psql and pgbench, as whoever runs the platform has them.
struct PlatformServer {
    let address: String

    /// The answer's first value.
    @discardableResult
    func ask(_ sql: String) throws -> String {
        try run("psql", ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", address, "-c", sql])
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Transactions a second of that script; so many of them in all.
    func pgbench(_ script: String, clients: Int, transactions: Int) throws -> Double {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "foyer-bench-\(UUID().uuidString).sql"
        )
        try script.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let text = try run(
            "pgbench",
            [
                "-n", "-M", "prepared", "-c", String(clients), "-j", String(min(clients, 2)),
                // Not for so many seconds: the alarm that ends them is blocked in our children.
                "-t", String(max(1, transactions / clients)), "-f", file.path, address,
            ]
        )
        guard let pace = text.firstMatch(of: /tps = ([0-9.]+)/).flatMap({ Double($0.1) }) else {
            throw Complaint("pgbench does not say how fast it was")
        }
        return pace
    }

    /// Runs a program to its end; returns what it wrote.
    @discardableResult
    func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        var environment = ProcessInfo.processInfo.environment
        // Debian keeps pgbench beside the server.
        let servers = ["17", "16", "15", "14", "13"].map { "/usr/lib/postgresql/\($0)/bin" }
        environment["PATH"] = ([environment["PATH"] ?? "/usr/bin"] + servers)
            .joined(separator: ":")
        process.environment = environment
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Complaint(
                "\(program) failed, or is not installed: apt-get install postgresql sqlite3"
            )
        }
        return text
    }
}
