package import Foundation

/// One field of a CSV record.
package struct CSVField: Hashable, Sendable {
    package var text: String
    /// An empty field in quotes is an empty text; without, it is no value.
    package var isQuoted: Bool
    /// The line of the file that it begins on, from 1.
    package var line: Int
}

/// Why a CSV file cannot be read further.
package struct CSVTrouble: Error, Hashable, Sendable {
    package let line: Int
    package let detail: String
}

/// Reads a CSV file as RFC 4180 has it, record by record, in bounded memory: quoted fields with
/// line breaks and doubled quotes, either line ending, a byte order mark at the beginning.
package struct CSVReader {
    private let next: () throws -> Data?
    private var chunk: [UInt8] = []
    /// Of the next byte in the chunk.
    private var place = 0
    private var line = 1
    private var isAtStart = true

    /// `next` gives the file's bytes in turn, nil at its end.
    package init(_ next: @escaping () throws -> Data?) {
        self.next = next
    }

    /// Reads a file in chunks.
    package init(_ file: FileHandle) {
        self.init { try file.read(upToCount: 256 * 1_024) }
    }

    /// The next record; nil at the end.
    ///
    /// Lines with nothing on them are no records.
    package mutating func record() throws(CSVTrouble) -> [CSVField]? {
        while true {
            guard try peek() != nil else { return nil }
            let record = try fields()
            let isBlank = record.count == 1 && record[0].text.isEmpty && !record[0].isQuoted
            if !isBlank { return record }
        }
    }

    private mutating func fields() throws(CSVTrouble) -> [CSVField] {
        var fields: [CSVField] = []
        while true {
            fields.append(try field())
            guard fields.count <= Self.mostFields else {
                throw CSVTrouble(line: line, detail: "more than \(Self.mostFields) fields")
            }
            switch try take() {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "\r"):
                if try peek() == UInt8(ascii: "\n") { _ = try take() }
                line += 1
                return fields
            case UInt8(ascii: "\n"):
                line += 1
                return fields
            case nil: return fields
            default:
                throw CSVTrouble(line: line, detail: "text behind a closing quote")
            }
        }
    }

    private mutating func field() throws(CSVTrouble) -> CSVField {
        let start = line
        if try peek() == UInt8(ascii: "\"") { return try quoted() }
        var bytes: [UInt8] = []
        while let byte = try peek(), !Self.ends.contains(byte) {
            guard byte != UInt8(ascii: "\"") else {
                throw CSVTrouble(line: line, detail: "a quote within a field without quotes")
            }
            try append(byte, to: &bytes)
        }
        return CSVField(text: try text(bytes, start), isQuoted: false, line: start)
    }

    private mutating func quoted() throws(CSVTrouble) -> CSVField {
        let start = line
        _ = try take()
        var bytes: [UInt8] = []
        while let byte = try peek() {
            if byte == UInt8(ascii: "\"") {
                _ = try take()
                guard try peek() == UInt8(ascii: "\"") else {
                    return CSVField(text: try text(bytes, start), isQuoted: true, line: start)
                }
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            try append(byte, to: &bytes)
        }
        throw CSVTrouble(line: start, detail: "a quote that is never closed")
    }

    private mutating func append(_ byte: UInt8, to bytes: inout [UInt8]) throws(CSVTrouble) {
        guard bytes.count < Self.longestField else {
            throw CSVTrouble(line: line, detail: "a field of more than \(Self.longestField) bytes")
        }
        bytes.append(byte)
        _ = try take()
    }

    private func text(_ bytes: [UInt8], _ line: Int) throws(CSVTrouble) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CSVTrouble(line: line, detail: "bytes that are not UTF-8")
        }
        return text
    }

    private mutating func take() throws(CSVTrouble) -> UInt8? {
        guard let byte = try peek() else { return nil }
        place += 1
        return byte
    }

    private mutating func peek() throws(CSVTrouble) -> UInt8? {
        if place == chunk.count { try refill() }
        return place < chunk.count ? chunk[place] : nil
    }

    private mutating func refill() throws(CSVTrouble) {
        do {
            place = 0
            chunk = Array(try next() ?? Data())
            guard isAtStart else { return }
            isAtStart = false
            // One byte more than the mark, so that what is left of it is not the end.
            while chunk.count <= Self.mark.count, let more = try next(), !more.isEmpty {
                chunk += more
            }
            if chunk.starts(with: Self.mark) { place = Self.mark.count }
        } catch {
            throw CSVTrouble(line: line, detail: "the file cannot be read")
        }
    }

    /// The byte order mark in UTF-8.
    private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    private static let ends: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n"),
    ]
    private static let mostFields = 500
    /// A field that long is no field but a missing quote, bytes.
    private static let longestField = 8 * 1_024 * 1_024
}
