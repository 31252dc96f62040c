import Foundation
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization

/// The certificate and key that handshakes use; read again when the files change, so that a renewal
/// needs no restart.
final class CertificateSource: Service {
    private let files: TLSFiles
    private let logger: Logger
    private let sleep: @Sendable (Duration) async throws -> Void
    private let state: Mutex<State>

    private struct State {
        var chain: [NIOSSLCertificate]
        var key: NIOSSLPrivateKey
        var modified: [Date]
    }

    /// Reads the files, or says why they cannot be used.
    init(
        _ files: TLSFiles,
        logger: Logger,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) throws(HubServerTrouble) {
        self.files = files
        self.logger = logger
        self.sleep = sleep
        state = Mutex(try Self.read(files))
    }

    /// TLS 1.2 or later, with the certificate of the moment.
    var configuration: TLSConfiguration {
        let (chain, key) = state.withLock { ($0.chain, $0.key) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        // Clients with a pool of connections do not answer a goodbye on idle ones, and each would
        // hold up the hub's end for five seconds.
        configuration.shutdownTimeout = .milliseconds(500)
        configuration.sslContextCallback = { [self] _, promise in
            var current = NIOSSLContextConfigurationOverride()
            let (chain, key) = state.withLock { ($0.chain, $0.key) }
            current.certificateChain = chain.map { .certificate($0) }
            current.privateKey = .privateKey(key)
            promise.succeed(current)
        }
        return configuration
    }

    /// Looks at the files until the task ends.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await self.sleep(Self.interval)) != nil { self.reload() }
        }
    }

    private func reload() {
        guard Self.modified(files) != state.withLock({ $0.modified }) else { return }
        do {
            let new = try Self.read(files)
            state.withLock { $0 = new }
            logger.info("certificate read again")
        } catch {
            // Half of a renewal may be written; what worked so far stays.
            logger.warning("certificate not read", metadata: ["trouble": "\(error)"])
        }
    }

    private static func read(_ files: TLSFiles) throws(HubServerTrouble) -> State {
        let modified = modified(files)
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(files.certificate.path)
            let key = try NIOSSLPrivateKey(file: files.key.path, format: .pem)
            return State(chain: chain, key: key, modified: modified)
        } catch {
            throw .certificate("\(files.certificate.path), \(files.key.path): \(error)")
        }
    }

    private static func modified(_ files: TLSFiles) -> [Date] {
        [files.certificate, files.key].map { file in
            let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
            return attributes?[.modificationDate] as? Date ?? .distantPast
        }
    }

    /// How soon a renewal is noticed.
    private static let interval = Duration.seconds(10)
}
