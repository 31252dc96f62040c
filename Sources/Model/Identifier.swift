package import Foundation

/// The id of one row, as a value of its own type, so that a tour's id is never taken for a lead's.
///
/// 16 bytes in network order: the order of ids is the order of their bytes, in SQLite's BLOBs, in
/// PostgreSQL's `uuid` and here.
package struct Identifier<Kind>: Hashable, Sendable, Comparable {
    /// The first eight bytes, big-endian.
    package let high: UInt64
    /// The last eight bytes, big-endian.
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads the canonical form, `f70fab57-b56f-54a7-8209-f43f6b719bb7`, in either case; nil for
    /// anything else.
    package init?(_ text: some StringProtocol) {
        guard let bytes = uuidBytes(text.utf8) else { return nil }
        self = bytes.withUnsafeBytes { Self(bytes: $0) }
    }

    /// Takes 16 bytes as SQLite holds them; the caller has checked the count.
    package init(bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count == 16, "an id has 16 bytes")
        high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
        low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    /// The 16 bytes, as SQLite holds them.
    package var data: Data {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Data($0) }
    }

    /// The canonical lower-case form with hyphens.
    package var text: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(36)
        for (index, byte) in data.enumerated() {
            if [4, 6, 8, 10].contains(index) { digits.append(UInt8(ascii: "-")) }
            digits.append(hexDigits[Int(byte >> 4)])
            digits.append(hexDigits[Int(byte & 15)])
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// What a person is shown of an id where there is no name, such as `7f3c`.
    package var short: String { String(text.prefix(4)) }

    package static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// The same 16 bytes as the id of another kind of row.
    package func cast<Other>(to kind: Other.Type = Other.self) -> Identifier<Other> {
        Identifier<Other>(high: high, low: low)
    }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not an id: 36 characters with hyphens are expected"
            )
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { text }
}

private let hexDigits = Array("0123456789abcdef".utf8)

private func uuidBytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count == 36 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    var half: UInt8?
    for (index, byte) in text.enumerated() {
        if [8, 13, 18, 23].contains(index) {
            guard byte == UInt8(ascii: "-") else { return nil }
            continue
        }
        guard let digit = hexValue(byte) else { return nil }
        if let first = half {
            bytes.append(first << 4 | digit)
            half = nil
        } else {
            half = digit
        }
    }
    return bytes
}

private func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
