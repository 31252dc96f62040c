import AsyncHTTPClient
package import Foundation
import Model
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL
import Synchronization
import Wire

/// Speaks with one hub over HTTP: bounded in every answer, suspicious of every stranger.
///
/// It follows no redirect, takes only the content type that was expected, and turns every trouble
/// into an answer. `shutdown` must be called before it is let go.
package final class HubClient: Sendable {
    let address: HubAddress
    let token: String?
    private let client: HTTPClient
    private let posted = Mutex(CallTraffic())
    private let heard: @Sendable (HubCall) -> Void

    /// `authorities` is a PEM file of certificate authorities to trust instead of the system's;
    /// `heard` is told of every call once it is over, and must not block.
    package init(
        address: HubAddress,
        token: String?,
        authorities: URL? = nil,
        heard: @escaping @Sendable (HubCall) -> Void = { _ in }
    ) {
        self.heard = heard
        self.address = address
        self.token = token
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(
                connect: .seconds(Self.connectSeconds),
                read: .seconds(Self.silenceSeconds)
            )
        )
        // Sync has its own back-off, and the agent is told at once that the hub is out of reach.
        configuration.connectionPool.retryConnectionEstablishment = false
        // A body that says it is compressed may unfold to no more than an uncompressed one may be.
        configuration.decompression = .enabled(limit: .size(WireLimits.changesBody))
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let authorities { tls.trustRoots = .file(authorities.path) }
        configuration.tlsConfiguration = tls
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes its connections.
    package func shutdown() async {
        // There is nobody left to tell, and nothing is kept in a connection.
        try? await client.shutdown()
    }

    /// What its calls other than for changes have cost so far.
    package var traffic: CallTraffic { posted.withLock { $0 } }

    func count(sent: Int, received: Int) {
        posted.withLock { traffic in
            traffic.requests += 1
            traffic.bytes += sent + received
        }
    }

    /// The whole answer of a call, within its limit.
    func send(
        _ request: HTTPClientRequest,
        limit: Int,
        seconds: Int64,
        waits: Bool = false
    ) async throws(CallTrouble) -> HubAnswer {
        let start = ContinuousClock.now
        let result = await perform(request, limit: limit, seconds: seconds)
        let answer = try? result.get()
        let path = request.url.prefix { $0 != "?" }
        var call = HubCall(
            name: path.split(separator: "/").last.map(String.init) ?? "",
            time: ContinuousClock.now - start,
            status: answer?.status,
            asksForChanges: path.hasSuffix(WireProtocol.Path.changes),
            waits: waits
        )
        if let date = answer?.date {
            call.clockAhead = HubCall.clockAhead(at: Timestamp(Date()), of: date)
        }
        if !Task.isCancelled { heard(call) }
        return try result.get()
    }

    private func perform(
        _ request: HTTPClientRequest,
        limit: Int,
        seconds: Int64
    ) async -> Result<HubAnswer, CallTrouble> {
        var request = request
        request.headers.replaceOrAdd(
            name: WireProtocol.versionHeader,
            value: String(WireProtocol.version)
        )
        if let token {
            request.headers.replaceOrAdd(name: "Authorization", value: "Bearer \(token)")
        }
        do {
            let response = try await client.execute(request, timeout: .seconds(seconds))
            let body = try await response.body.collect(upTo: limit)
            let answer = HubAnswer(
                status: Int(response.status.code),
                contentType: response.headers.first(name: "content-type"),
                retryAfter: response.headers.first(name: "retry-after").flatMap { Int($0) },
                date: response.headers.first(name: "date"),
                speaksProtocol: response.headers.contains(name: WireProtocol.versionHeader),
                body: Array(body.readableBytesView)
            )
            return .success(answer)
        } catch {
            return .failure(Self.isOfTrust(error) ? .untrusted : .unreachable)
        }
    }

    /// Whether a connection came about and was given up over a certificate: the hub's, or those
    /// that this terminal trusts, which cannot be read.
    private static func isOfTrust(_ error: any Error) -> Bool {
        switch error {
        case NIOSSLError.handshakeFailed(.sslError(let errors)):
            errors.contains { "\($0)".contains("CERTIFICATE_VERIFY_FAILED") }
        case NIOSSLError.unableToValidateCertificate, NIOSSLError.noCertificateToValidate: true
        case NIOSSLError.failedToLoadCertificate, NIOSSLError.noSuchFilesystemObject: true
        case let error as NIOSSLExtraError: error == .failedToValidateHostname
        default: false
        }
    }

    /// How long a connection may take to come about.
    private static let connectSeconds: Int64 = 10
    /// How long the hub may say nothing at all: its longest wait, and some.
    static let silenceSeconds = Int64(WireLimits.longestWait) + 10
}

/// Requests that were answered, and the bytes of their bodies both ways.
package struct CallTraffic: Hashable, Sendable {
    package var requests = 0
    package var bytes = 0
}

/// A whole answer.
struct HubAnswer {
    var status: Int
    var contentType: String?
    var retryAfter: Int?
    /// When the hub answered, by its own clock.
    var date: String?
    var speaksProtocol: Bool
    var body: [UInt8]

    func has(type: String) -> Bool {
        contentType?.lowercased().split(separator: ";").first.map { $0 == type } ?? false
    }

    /// The problem that an answer with an error status carries, where it is one of a hub's.
    var problem: Problem? {
        guard has(type: WireProtocol.problemType) else { return nil }
        return try? WireJSON.decode(Problem.self, Data(body))
    }
}
