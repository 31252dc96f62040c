import Crypto
package import Foundation
package import Model

/// What a cursor says, for the hub alone: whose it is and from where in history to go on.
package struct CursorPayload: Codable, Hashable, Sendable {
    package var agent: AgentID
    package var device: DeviceID
    /// The database it speaks of; a restored or another database has another.
    package var incarnation: String
    /// The fingerprint of the travelling columns.
    package var schema: String
    /// The fingerprint of the scope that the terminal's rows were chosen by.
    package var scope: String
    /// Where the store's history stood, in the store's own words.
    package var position: String
    /// Where the next page of a snapshot begins; nil once it is whole.
    package var place: String?
    /// The last of the device's mutations that it was told is in its rows; nil where it was told
    /// of none.
    package var acked: Int64?
    /// Where history stood when the last page of a snapshot was read, as a hash; nil once it is
    /// whole.
    ///
    /// With it pages of two states of the database never share a cursor: a proxy that keeps the
    /// difference of an earlier copy cannot end a later one with it, some of whose rows are newer.
    package var seen: String?

    package init(
        agent: AgentID,
        device: DeviceID,
        incarnation: String,
        schema: String,
        scope: String,
        position: String,
        place: String?,
        acked: Int64? = nil,
        seen: String? = nil
    ) {
        self.agent = agent
        self.device = device
        self.incarnation = incarnation
        self.schema = schema
        self.scope = scope
        self.position = position
        self.place = place
        self.acked = acked
        self.seen = seen
    }
}

/// Signs cursors, so that a terminal can neither read much into nor change them.
package struct CursorSeal: Sendable {
    private let key: SymmetricKey

    /// Takes at least 32 bytes of secret.
    package init(secret: Data) {
        precondition(secret.count >= 32, "a cursor's key has at least 32 bytes")
        key = SymmetricKey(data: secret)
    }

    /// The opaque text: payload and HMAC-SHA-256, each in base64url.
    package func seal(_ payload: CursorPayload) -> String {
        let body = WireJSON.encode(payload)
        let code = HMAC<SHA256>.authenticationCode(for: body, using: key)
        return Base64URL.encode(body) + "." + Base64URL.encode(Array(code))
    }

    /// The payload, where the text is whole and of this hub.
    package func open(_ text: String) -> CursorPayload? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= WireLimits.cursor, parts.count == 2,
            let body = Base64URL.decode(parts[0]), let code = Base64URL.decode(parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: body, using: key)
        else { return nil }
        return try? WireJSON.decode(CursorPayload.self, Data(body))
    }
}

/// Base64 with the alphabet of URLs, without padding (RFC 4648, section 5).
package enum Base64URL {
    /// The text of some bytes.
    package static func encode(_ bytes: [UInt8]) -> String {
        // By bytes: every call of a terminal brings a cursor and takes one.
        let plain = Data(bytes).base64EncodedData().filter { $0 != UInt8(ascii: "=") }
        return String(decoding: plain.map(url), as: UTF8.self)
    }

    private static func url(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: byte
        }
    }

    /// The bytes of a text; nil where it is none of these.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        var plain = text.utf8.map(plain)
        plain += repeatElement(UInt8(ascii: "="), count: (4 - plain.count % 4) % 4)
        return Data(base64Encoded: Data(plain)).map(Array.init)
    }

    /// A byte of the usual alphabet.
    private static func plain(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "-"): UInt8(ascii: "+")
        case UInt8(ascii: "_"): UInt8(ascii: "/")
        default: byte
        }
    }
}

/// The fingerprint of the columns that travel: another one on the other side means fetching anew.
package enum SchemaFingerprint {
    /// Sixteen hexadecimal digits.
    package static let current: String = {
        let text = Catalogue.tables.map { schema in
            schema.table.rawValue + "(" + schema.travelling.map(\.name).joined(separator: ",") + ")"
        }
        let hash = SHA256.hash(data: Array(text.joined(separator: ";").utf8))
        return hash.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
    }()
}
