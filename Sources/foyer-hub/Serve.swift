import ArgumentParser
import Foundation
import Hub
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
            when its file changes.

            Examples:
              foyer-hub serve --database hub.sqlite
              foyer-hub serve --database hub.sqlite --listen 127.0.0.1:0
              foyer-hub serve --database hub.sqlite --listen 0.0.0.0:8700 \\
                  --certificate hub.pem --key hub.key
            """
    )

    @OptionGroup var options: DatabaseOptions

    @Option(help: ArgumentHelp("Where to listen; port 0 is any free one.", valueName: "host:port"))
    var listen = ListenAddress.standard

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

    mutating func validate() throws {
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key need each other")
        }
    }

    func run() async throws {
        try await options.withStore(.serving) { store in
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

    private var configuration: HubConfiguration {
        var files: TLSFiles?
        if let certificate, let key {
            files = TLSFiles(certificate: URL(filePath: certificate), key: URL(filePath: key))
        }
        var configuration = HubConfiguration(host: listen.host, port: listen.port, tls: files)
        configuration.allowsPlainHTTP = plainHTTP
        return configuration
    }
}
