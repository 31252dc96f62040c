import AsyncHTTPClient
import Foundation
import Hub
import HubSQLite
import HubServer
import NIOCore
import NIOSSL
import Testing
import Wire

/// HTTPS, and HTTP where it must not be.
@Suite struct EncryptionTests {
    @Test(
        "a hub with a certificate speaks https, and a client that trusts another does not speak",
        // Makes its certificates with the openssl command.
        .enabled(if: Certificate.canBeMade),
        .timeLimit(.minutes(10))
    )
    func https() async throws {
        try await withDirectory { directory in
            let files = try Certificate.make(in: directory)
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .file(files.certificate.path)
            try await LiveHub.with(tls: files, client: .init(tlsConfiguration: tls)) { hub in
                #expect(hub.url.hasPrefix("https://127.0.0.1:"))
                let token = try await hub.enroll().token
                #expect(try await hub.changes(token).status == 200)
                var once = HTTPClient.Configuration()
                once.connectionPool.retryConnectionEstablishment = false
                let stranger = HTTPClient(eventLoopGroupProvider: .singleton, configuration: once)
                let request = HTTPClientRequest(url: hub.url + WireProtocol.Path.live)
                await #expect(throws: (any Error).self, "nobody vouches for it") {
                    try await stranger.execute(request, timeout: .seconds(10))
                }
                try await stranger.shutdown()
            }
        }
    }

    @Test("a certificate that is none, and http beyond this machine, are refused with a remedy")
    func refused() async throws {
        try await withDirectory { directory in
            let store = try SQLiteHubStore(
                path: directory.appending(path: "hub.sqlite").path,
                use: .migrating
            )
            let missing = TLSFiles(
                certificate: URL(filePath: "/nowhere.pem"),
                key: URL(filePath: "/nowhere.key")
            )
            let certificate = await #expect(throws: HubServerTrouble.self) {
                try await service(store, HubConfiguration(tls: missing))
            }
            #expect(certificate?.description.contains("/nowhere.pem") == true)
            let plain = await #expect(throws: HubServerTrouble.self) {
                try await service(store, HubConfiguration(host: "0.0.0.0"))
            }
            #expect(plain?.description.contains("--certificate") == true)
            var proxied = HubConfiguration(host: "0.0.0.0")
            proxied.allowsPlainHTTP = true
            _ = try await service(store, proxied)
            try store.close()
        }
    }

    private func service(
        _ store: SQLiteHubStore,
        _ configuration: HubConfiguration
    ) async throws -> HubService {
        try await HubService(store: store, configuration: configuration, logger: .silent) { _ in }
    }
}

/// A certificate for 127.0.0.1 that vouches for itself.
enum Certificate {
    private static let openssl = "/usr/bin/openssl"

    static var canBeMade: Bool { FileManager.default.isExecutableFile(atPath: openssl) }

    static func make(in directory: URL) throws -> TLSFiles {
        let files = TLSFiles(
            certificate: directory.appending(path: "hub.pem"),
            key: directory.appending(path: "hub.key")
        )
        let process = Process()
        process.executableURL = URL(filePath: openssl)
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-days", "2", "-subj", "/CN=hub", "-addext", "subjectAltName=IP:127.0.0.1",
            "-keyout", files.key.path, "-out", files.certificate.path,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return files
    }
}
