import ArgumentParser
import Foundation
import Hub
import HubPostgres
import HubServer
import Logging
import ServiceLifecycle
import UnixSignals

/// `foyer-hub serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the database to enrolled terminals.",
        discussion: """
            The first line of standard output is the address it listens on. SIGTERM or Ctrl-C ends \
            it: terminals that wait for a change are answered first. The certificate is read again \
            when its file changes. A file of settings has one a line:

              \(Setting.allCases.map(\.rawValue).joined(separator: ", "))

            Examples:
              foyer-hub serve --database hub.sqlite
              foyer-hub serve --database hub.sqlite --listen 127.0.0.1:0
              foyer-hub serve --database hub.sqlite --listen 0.0.0.0:8700 \\
                  --certificate hub.pem --key hub.key
              foyer-hub serve --config /etc/foyer/hub.toml
            """
    )

    @OptionGroup var options: DatabaseOptions

    @Option(
        help: ArgumentHelp(
            "Where to listen; port 0 is any free one. Without it \(ListenAddress.standard).",
            valueName: "host:port"
        )
    )
    var listen: ListenAddress?

    @Option(
        help: ArgumentHelp("The certificate chain for https, PEM.", valueName: "file"),
        completion: .file()
    )
    var certificate: String?

    @Option(
        help: ArgumentHelp("The certificate's private key, PEM.", valueName: "file"),
        completion: .file()
    )
    var key: String?

    @Flag(help: "Serve http beyond this machine: for a proxy that encrypts before it.")
    var plainHTTP = false

    @Option(
        help: ArgumentHelp(
            "A standby of the database; terminals are told from it what it has.",
            valueName: "address"
        )
    )
    var readReplica: String?

    @Option(
        help: ArgumentHelp(
            "How long a terminal may be away without fetching everything anew. Without it 30.",
            valueName: "days"
        )
    )
    var retentionDays: Int?

    mutating func validate() throws {
        _ = try configuration
        _ = try replicaAddress
    }

    func run() async throws {
        try await options.withStore(.serving, readReplica: replicaAddress) { store in
            let hub = try await HubService(
                store: store,
                configuration: configuration,
                logger: .operators
            ) { address in
                // Whoever reads a pipe must have it now.
                FileHandle.standardOutput.write(Data((address + "\n").utf8))
            }
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [.init(service: hub)],
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: .operators
                )
            )
            try await group.run()
        }
    }

    private var replicaAddress: PostgresAddress? {
        get throws {
            guard let text = try readReplica ?? options.settings.text(.readReplica) else {
                return nil
            }
            guard PostgresAddress.isAddress(text) else {
                throw ValidationError("the read replica is no postgres:// address")
            }
            return try PostgresAddress(text)
        }
    }

    private var configuration: HubConfiguration {
        get throws {
            let settings = try options.settings
            let certificate = certificate ?? settings.text(.certificate)
            let key = key ?? settings.text(.key)
            guard (certificate == nil) == (key == nil) else {
                throw ValidationError("certificate and key need each other")
            }
            var files: TLSFiles?
            if let certificate, let key {
                files = TLSFiles(certificate: URL(filePath: certificate), key: URL(filePath: key))
            }
            let listen = try address(settings)
            var configuration = HubConfiguration(host: listen.host, port: listen.port, tls: files)
            configuration.allowsPlainHTTP = plainHTTP || settings.flag(.plainHTTP)
            if let days = retentionDays ?? settings.number(.retentionDays) {
                guard days > 0 else { throw ValidationError("--retention-days begins at 1") }
                configuration.retention = .seconds(86_400 * days)
            }
            if let copies = settings.number(.copies) { configuration.copies = copies }
            if let most = settings.number(.connections) { configuration.connections = most }
            return configuration
        }
    }

    private func address(_ settings: Settings) throws -> ListenAddress {
        if let listen { return listen }
        guard let text = settings.text(.listen) else { return .standard }
        guard let address = ListenAddress(argument: text) else {
            throw ValidationError("listen takes an address and a port, such as 127.0.0.1:8700")
        }
        return address
    }
}
