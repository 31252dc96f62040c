import Crypto
package import Foundation

/// The secret of a calendar that an agent's other programs subscribe to: it reads tours and nothing
/// else.
///
/// It is kept among the devices, so that it is listed and ended like them, under a hash that no
/// terminal's token can have: another text is hashed, and a byte stands before. A terminal's token
/// reads no calendar, a calendar's token opens no other call.
package struct FeedToken: Sendable {
    /// What a calendar program is given.
    package let text: String

    package init(using chance: inout some RandomNumberGenerator) {
        text = DeviceToken(using: &chance).text
    }

    /// Takes what a calendar program sent; nil where it cannot be a token.
    package init?(sent text: String) {
        guard let token = DeviceToken(sent: text) else { return nil }
        self.text = token.text
    }

    /// What the store keeps.
    package var hash: Data {
        Data([Self.mark]) + Data(SHA256.hash(data: Array("calendar \(text)".utf8)))
    }

    /// Whether a stored hash is a calendar's.
    static func isHash(_ stored: Data) -> Bool {
        stored.count == 33 && stored.first == mark
    }

    private static let mark = UInt8(ascii: "c")
}
