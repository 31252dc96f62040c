import Foundation
package import Model

/// Ids in ascending order; they travel as the Base64 of their bytes, 22 characters each instead of
/// 39.
package struct IDList: Codable, Hashable, Sendable {
    package let ids: [RowID]

    package init(_ ids: some Sequence<RowID>) {
        self.ids = Set(ids).sorted()
    }

    package init(from decoder: any Decoder) throws {
        let packed = try PackedBytes(from: decoder, size: 16)
        self.init(packed.items.map { $0.withUnsafeBytes { RowID(bytes: $0) } })
    }

    package func encode(to encoder: any Encoder) throws {
        try PackedBytes(items: ids.map(\.data)).encode(to: encoder)
    }
}

/// Digests in order; they travel as the Base64 of 4 bytes of rows and 8 of the sum each.
package struct DigestList: Codable, Hashable, Sendable {
    package let digests: [TableDigest]

    package init(_ digests: [TableDigest]) {
        self.digests = digests
    }

    package init(from decoder: any Decoder) throws {
        digests = try PackedBytes(from: decoder, size: 12).items.map { bytes in
            TableDigest(
                rows: Int(PackedBytes.number(bytes.prefix(4))),
                sum: PackedBytes.number(bytes.suffix(8))
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        let items = digests.map { digest in
            PackedBytes.bytes(UInt32(clamping: digest.rows)) + PackedBytes.bytes(digest.sum)
        }
        try PackedBytes(items: items).encode(to: encoder)
    }
}

/// A row by its id and its digest.
package struct HeldRow: Hashable, Sendable {
    package var id: RowID
    package var digest: UInt64

    package init(id: RowID, digest: UInt64) {
        self.id = id
        self.digest = digest
    }
}

/// What a terminal holds of a range; it travels as the Base64 of 24 bytes a row.
package struct HeldRange: Codable, Hashable, Sendable {
    package var range: IDRange
    package var rows: [HeldRow]

    package init(_ range: IDRange, rows: [HeldRow]) {
        self.range = range
        self.rows = rows
    }

    private enum CodingKeys: String, CodingKey {
        case range, rows
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        range = try container.decode(IDRange.self, forKey: .range)
        let nested = try container.superDecoder(forKey: .rows)
        rows = try PackedBytes(from: nested, size: 24).items.map { bytes in
            HeldRow(
                id: bytes.prefix(16).withUnsafeBytes { RowID(bytes: $0) },
                digest: PackedBytes.number(bytes.suffix(8))
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(range, forKey: .range)
        let items = rows.map { $0.id.data + PackedBytes.bytes($0.digest) }
        try PackedBytes(items: items).encode(to: container.superEncoder(forKey: .rows))
    }
}

/// Items of one size, one after the other, as Base64.
private struct PackedBytes {
    let items: [Data]

    init(items: [Data]) {
        self.items = items
    }

    init(from decoder: any Decoder, size: Int) throws {
        let container = try decoder.singleValueContainer()
        guard let bytes = Data(base64Encoded: try container.decode(String.self)),
            bytes.count % size == 0
        else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "not the Base64 of items of \(size) bytes"
            )
        }
        items = stride(from: 0, to: bytes.count, by: size).map { Data(bytes[$0..<$0 + size]) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(items.reduce(into: Data()) { $0 += $1 }.base64EncodedString())
    }

    static func bytes(_ number: some FixedWidthInteger) -> Data {
        withUnsafeBytes(of: number.bigEndian) { Data($0) }
    }

    static func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
