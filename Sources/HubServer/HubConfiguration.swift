package import Foundation
import Hub

/// How a hub listens.
package struct HubConfiguration: Sendable {
    /// A name or address of this machine.
    package var host: String
    /// Zero for any that is free.
    package var port: Int
    /// Encrypts where given.
    package var tls: TLSFiles?
    /// Allows `http://` beyond this machine, for a proxy that encrypts before it.
    package var allowsPlainHTTP = false
    /// Further connections wait until one ends.
    package var connections = 4_096
    /// Terminals that may fetch everything at a time.
    package var copies = ChangeService.usualCopies
    /// How long a terminal may be away without fetching everything anew.
    package var retention = Duration.seconds(30 * 86_400)
    package var patience = Patience()

    package init(host: String = "127.0.0.1", port: Int = 0, tls: TLSFiles? = nil) {
        self.host = host
        self.port = port
        self.tls = tls
    }

    /// Refuses to carry renters' data over a network unencrypted.
    func check() throws(HubServerTrouble) {
        let isLocal = ["127.0.0.1", "::1", "localhost"].contains(host)
        guard isLocal || tls != nil || allowsPlainHTTP else { throw .notEncrypted(host: host) }
    }
}

/// A certificate chain and its key, in PEM; read again when they change.
package struct TLSFiles: Sendable, Hashable {
    package let certificate: URL
    package let key: URL

    package init(certificate: URL, key: URL) {
        self.certificate = certificate
        self.key = key
    }
}

/// How long the hub waits for a slow or silent client before it hangs up.
package struct Patience: Sendable, Hashable {
    /// From the connection to the end of its first header.
    package var header = Duration.seconds(10)
    /// Between the calls of one connection.
    package var idle = Duration.seconds(60)
    /// In each such span, so many bytes of a body must come: 1 KiB/s.
    package var bodySpan = Duration.seconds(5)
    package var bodyBytesInSpan = 5 * 1_024
    /// For a reader that takes nothing of an answer.
    package var stalledReader = Duration.seconds(15)

    package init() {}
}

/// Why a hub cannot listen.
package enum HubServerTrouble: Error, Hashable, Sendable, CustomStringConvertible {
    case notEncrypted(host: String)
    case certificate(String)
    case cannotListen(String)

    package var description: String {
        switch self {
        case .notEncrypted(let host):
            """
            \(host) is not only this machine, and http:// would show renters' data to the network; \
            give --certificate and --key, or --plain-http behind a proxy that encrypts
            """
        case .certificate(let detail):
            "the certificate or its key cannot be used: \(detail)"
        case .cannotListen(let detail):
            "cannot listen on \(detail); choose another address or port with --listen"
        }
    }
}
