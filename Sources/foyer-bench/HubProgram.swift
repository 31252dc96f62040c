import Foundation
import Glibc

/// The built `foyer-hub serve` in a process of its own.
final class HubProgram {
    let port: UInt16
    private let process = Process()

    init(database: String, connections: Int) throws {
        process.executableURL = URL(filePath: try Sibling.path("foyer-hub"))
        process.arguments = ["serve", "--database", database, "--listen", "127.0.0.1:0"]
        var environment = ProcessInfo.processInfo.environment
        environment["FOYER_CONNECTIONS"] = String(connections)
        process.environment = environment
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let bytes = try output.fileHandleForReading.read(upToCount: 1),
            bytes != Data("\n".utf8)
        {
            line += bytes
        }
        let address = String(decoding: line, as: UTF8.self)
        guard let port = address.split(separator: ":").last.flatMap({ UInt16($0) }) else {
            process.terminate()
            throw Complaint("foyer-hub serve does not start; what it said is above")
        }
        self.port = port
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// The memory that it has now, bytes (VmRSS of proc(5)).
    func memory() throws -> Double {
        let status = try text("status").split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let words = status?.split(whereSeparator: \.isWhitespace) ?? []
        guard words.count > 1, let size = Double(words[1]) else { throw silent }
        return size * 1_024
    }

    /// What it has used of processors so far.
    func processorSeconds() throws -> Double {
        // The name in parentheses may hold blanks; behind it, user and system time are the 12th and
        // 13th field.
        let fields = try text("stat").split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12])
        else { throw silent }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "/proc/\(process.processIdentifier)/\(name)", encoding: .utf8)
    }

    private var silent: Complaint { Complaint("/proc says nothing of the hub; it may have ended") }
}
