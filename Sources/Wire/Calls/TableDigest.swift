import Crypto
import Foundation
package import Model

/// How many rows a table has in a scope and what they add up to, in any order.
///
/// A row's digest is the first eight bytes, big-endian, of the SHA-256 of its canonical bytes; a
/// table's is their sum modulo 2^64. The canonical bytes of a row are, for each travelling column
/// in the catalogue's order, `-` for NULL, else the count of bytes in decimal, `:` and the bytes of
/// its text; booleans are `t` and `f`. PostgreSQL can compute the same with `octet_length` and
/// `sha256`.
package struct TableDigest: Codable, Hashable, Sendable {
    package var rows: Int
    package var sum: UInt64

    package init(rows: Int = 0, sum: UInt64 = 0) {
        self.rows = rows
        self.sum = sum
    }

    /// Adds one row, given by its canonical bytes.
    package mutating func add(_ row: CanonicalRow) {
        rows += 1
        sum &+= row.digest
    }

    package static func + (left: TableDigest, right: TableDigest) -> TableDigest {
        TableDigest(rows: left.rows + right.rows, sum: left.sum &+ right.sum)
    }
}

/// The canonical bytes of one row, field by field.
package struct CanonicalRow: Sendable {
    private var bytes: [UInt8] = []

    package init() {}

    /// Begins another row in the same memory.
    package mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds NULL.
    package mutating func null() {
        bytes.append(UInt8(ascii: "-"))
    }

    /// Adds a boolean.
    package mutating func boolean(_ value: Bool) {
        add("1:")
        bytes.append(UInt8(ascii: value ? "t" : "f"))
    }

    /// Adds a whole number.
    package mutating func integer(_ value: Int64) {
        let text = String(value)
        add("\(text.utf8.count):")
        add(text)
    }

    /// 16 bytes, which count as the text of an id.
    package mutating func id(_ raw: UnsafeRawBufferPointer) {
        add("36:")
        withUnsafeTemporaryAllocation(byteCount: IDText.count, alignment: 8) { place in
            IDText.write(raw, to: place)
            bytes += UnsafeRawBufferPointer(place)
        }
    }

    /// Adds a text, given by its bytes.
    package mutating func text(_ utf8: UnsafeRawBufferPointer) {
        add("\(utf8.count):")
        bytes += utf8
    }

    /// Any value.
    package mutating func field(_ value: FieldValue) {
        switch value {
        case .null: null()
        case .boolean(let value): boolean(value)
        case .integer(let value): integer(value)
        case .id(let value): value.data.withUnsafeBytes { id($0) }
        case .text(var value): value.withUTF8 { text(UnsafeRawBufferPointer($0)) }
        }
    }

    /// The row's share of the sum.
    package var digest: UInt64 {
        SHA256.hash(data: bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func add(_ text: String) {
        bytes += text.utf8
    }
}
