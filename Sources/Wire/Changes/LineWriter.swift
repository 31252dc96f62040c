import Foundation
package import Model

/// Writes the lines of a body of changes.
///
/// A body is NDJSON: `begin`, then for each table its columns and its rows as flat arrays, deletes
/// and leaves among them, and one `checkpoint`. A body without its last line is no body.
package struct LineWriter: Sendable {
    /// What has been written and not taken.
    package private(set) var bytes: [UInt8] = []
    /// Rows written since the beginning.
    package private(set) var rows = 0
    private var isFirstField = true
    private var openTable: Table?

    package init() {}

    /// Takes memory for so many bytes at once, where it is known that they come.
    package init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// The first line; `rows` is how many the whole copy will have, where the hub knows.
    package mutating func begin(_ begin: BeginLine) {
        append(object: ["begin": begin])
    }

    /// Makes rows that follow belong to this table; writes its columns where the table changes.
    package mutating func table(_ table: Table) {
        guard openTable != table else { return }
        openTable = table
        bytes += #"{"table":""#.utf8
        bytes += table.rawValue.utf8
        bytes += #"","columns":["#.utf8
        for (index, column) in Catalogue[table].travelling.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            var name = column.name
            name.withUTF8 { appendQuoted(UnsafeRawBufferPointer($0)) }
        }
        bytes += "]}\n".utf8
    }

    /// Begins a row of the open table; a field for each travelling column must follow.
    package mutating func beginRow() {
        bytes.append(UInt8(ascii: "["))
        isFirstField = true
    }

    /// Ends the row that was begun.
    package mutating func endRow() {
        bytes.append(UInt8(ascii: "]"))
        bytes.append(UInt8(ascii: "\n"))
        rows += 1
    }

    /// Rows of these ids are gone.
    package mutating func delete(_ table: Table, _ ids: some Sequence<RowID>) {
        openTable = nil
        var rest = Array(ids)[...]
        while !rest.isEmpty {
            let part = rest.prefix(WireLimits.deletedIDs)
            rest = rest.dropFirst(part.count)
            append(object: DeleteLine(delete: table, ids: Array(part)))
        }
    }

    /// Everything of this property leaves the terminal.
    package mutating func leave(_ property: PropertyID) {
        openTable = nil
        append(object: ["leave": property])
    }

    /// The last line.
    package mutating func checkpoint(_ checkpoint: CheckpointLine) {
        append(object: checkpoint)
    }

    /// The lines of another writer, after these.
    package mutating func append(_ other: LineWriter) {
        openTable = nil
        bytes += other.bytes
        rows += other.rows
    }

    /// Gives away what has been written so far and begins anew with an empty buffer.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}

// Fields of a row.
extension LineWriter {
    /// Adds NULL to the row.
    package mutating func null() {
        separate()
        bytes += "null".utf8
    }

    /// Adds a boolean to the row.
    package mutating func boolean(_ value: Bool) {
        separate()
        bytes += (value ? "true" : "false").utf8
    }

    /// Adds a whole number to the row.
    package mutating func integer(_ value: Int64) {
        separate()
        bytes += String(value).utf8
    }

    /// 16 bytes as the canonical text of an id.
    package mutating func id(_ raw: UnsafeRawBufferPointer) {
        separate()
        withUnsafeTemporaryAllocation(byteCount: IDText.count, alignment: 1) { text in
            IDText.write(raw, to: text)
            bytes.append(UInt8(ascii: "\""))
            bytes += UnsafeRawBufferPointer(text)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// UTF-8 text.
    package mutating func text(_ utf8: UnsafeRawBufferPointer) {
        separate()
        appendQuoted(utf8)
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

    private mutating func separate() {
        if isFirstField {
            isFirstField = false
        } else {
            bytes.append(UInt8(ascii: ","))
        }
    }

    private mutating func append(object: some Encodable) {
        openTable = nil
        bytes += WireJSON.encode(object)
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func appendQuoted(_ utf8: UnsafeRawBufferPointer) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        while true {
            let end = ByteSearch.escape(in: utf8, from: start)
            bytes += UnsafeRawBufferPointer(rebasing: utf8[start..<end])
            guard end < utf8.count else { break }
            appendEscape(of: utf8[end])
            start = end + 1
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
        case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
        case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
        default:
            bytes += #"\u00"#.utf8
            bytes.append(hexDigit(byte >> 4))
            bytes.append(hexDigit(byte & 15))
        }
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
