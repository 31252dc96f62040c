import Crypto
package import Foundation

/// A code that a person reads to another over the phone: 8 characters without look-alikes.
///
/// The first three find the invitation, the other five are the secret: 24 million of them for five
/// tries.
package struct EnrolmentCode: Hashable, Sendable {
    /// The 8 characters.
    package let text: String

    /// Digits and capitals without 0, 1, I, L, O and U.
    package static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")
    package static let length = 8
    /// How long a code is good for.
    package static let lifetime = Duration.seconds(600)
    /// How many wrong secrets an invitation survives.
    package static let tries = 5

    private static let handleLength = 3

    package init(using chance: inout some RandomNumberGenerator) {
        text = String(
            (0..<Self.length).map { _ in Self.alphabet.randomElement(using: &chance) ?? "2" }
        )
    }

    /// Reads what somebody typed, in either case, with spaces or hyphens; nil for what is no code.
    package init?(typed: String) {
        let letters = typed.uppercased().filter { $0 != " " && $0 != "-" }
        guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else {
            return nil
        }
        text = letters
    }

    /// What finds the invitation.
    package var handle: String { String(text.prefix(Self.handleLength)) }

    /// What the store keeps instead of the code.
    package var hash: Data { Data(SHA256.hash(data: Array(text.utf8))) }
}
