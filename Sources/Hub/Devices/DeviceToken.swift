import Crypto
package import Foundation
import Wire

/// The secret of a device: 256 bits, told once and kept as its hash.
package struct DeviceToken: Sendable {
    package let text: String

    package init(using chance: inout some RandomNumberGenerator) {
        text = Base64URL.encode(
            (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
        )
    }

    /// Takes what a terminal sent; nil where it cannot be a token.
    package init?(sent text: String) {
        guard text.utf8.count == 43, Base64URL.decode(text)?.count == 32 else { return nil }
        self.text = text
    }

    /// The SHA-256 of the text.
    package var hash: Data { Data(SHA256.hash(data: Array(text.utf8))) }
}

/// Compares without telling by its duration how much is equal.
package func isEqualInConstantTime(_ left: Data, _ right: Data) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
