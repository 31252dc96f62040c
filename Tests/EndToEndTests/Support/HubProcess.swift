import Foundation
import Glibc

/// `foyer-hub serve` over a database of its own.
final class HubProcess {
    let database: String
    private(set) var url = ""
    private var process: Spawned?
    private var output: OutputFile?
    private let arguments: [String]

    init(database: String, arguments: [String] = []) throws {
        self.database = database
        self.arguments = arguments
        try start(listen: "127.0.0.1:0")
    }

    private func start(listen: String) throws {
        let output = try OutputFile()
        process = try Spawned(
            Programs.hub,
            ["serve", "--database", database, "--listen", listen] + arguments,
            output: output.descriptor,
            errors: output.descriptor
        )
        self.output = output
        try eventually("the hub's address") { output.text.contains("\n") }
        url = String(output.text.prefix { $0 != "\n" })
    }

    /// What it has written since it was started.
    var log: String { output?.text ?? "" }

    func kill() {
        process?.kill(SIGKILL)
        _ = process?.wait()
    }

    /// Starts it again where it was.
    func restart() throws {
        kill()
        try start(listen: String(url.drop { $0 != "/" }.dropFirst(2)))
    }

    /// Ends it as an operator does; answers its status.
    func terminate() -> Int32 {
        process?.kill(SIGTERM)
        return process?.wait() ?? -1
    }

    /// A code for an agent.
    func invite(_ email: String) throws -> String {
        try Run.text(Programs.hub, "invite", email, "--database", database)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Makes a profile an agent's.
    func enroll(_ email: String, profile: String, replacing: Bool = false) throws {
        let arguments = ["enroll", url, try invite(email), "--profile", profile]
        let run = try Run(Programs.foyer, arguments + (replacing ? ["--replace"] : []))
        guard run.status == 0 else { throw Failure("foyer enroll: \(run.errors)") }
    }
}
