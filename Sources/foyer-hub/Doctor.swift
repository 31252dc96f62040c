import ArgumentParser
import Hub
import HubPostgres
import HubServer

/// `foyer-hub doctor`.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what in a PostgreSQL's server, log and data deserves a look.",
        discussion: """
            It changes nothing, and reads whole tables: some seconds for a large company. ✓ is \
            well, · is to know, ✗ must be mended; the exit code is 1 where there is a ✗. Counts \
            only: no name and no text of anybody is shown.

            Example:
              foyer-hub doctor --database postgres://foyer_hub@db.example/platform
            """
    )

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        guard let address = try options.address else {
            throw ValidationError("doctor is for postgres:// addresses")
        }
        let findings = try await PostgresHubStore(address).examine(now: HubClock.system.now())
        for finding in findings {
            print("\(finding.kind.mark) \(finding.words)")
            if !finding.remedy.isEmpty { print("    \(finding.remedy)") }
        }
        if findings.contains(where: { $0.kind == .bad }) { throw ExitCode(1) }
    }
}

extension Finding.Kind {
    fileprivate var mark: String {
        switch self {
        case .good: "✓"
        case .note: "·"
        case .bad: "✗"
        }
    }
}
