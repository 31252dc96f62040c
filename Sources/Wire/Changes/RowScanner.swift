/// Reads rows of a body of changes: flat JSON arrays, without making a value of each field.
///
/// Fields are places in the line; the caller binds their bytes to SQLite as they are. Only a text
/// with escapes is copied, into `unescaped`.
package struct RowScanner {
    /// One field of a row.
    package enum Field {
        case null
        case boolean(Bool)
        case integer(Int64)
        /// Text without escapes: a range of the line.
        case text(Range<Int>)
        /// Text that had escapes: a range of `unescaped`.
        case escaped(Range<Int>)
    }

    /// The fields of the line last scanned.
    package private(set) var fields: [Field] = []
    /// Where texts with escapes were written out.
    package private(set) var unescaped: [UInt8] = []

    package init() {}

    /// Scans a line, `[…]`, without its line feed.
    package mutating func scan(_ line: UnsafeRawBufferPointer) throws(WireError) {
        fields.removeAll(keepingCapacity: true)
        unescaped.removeAll(keepingCapacity: true)
        guard line.first == UInt8(ascii: "["), line.count >= 2,
            line.last == UInt8(ascii: "]")
        else { throw .malformed("row") }
        let end = line.count - 1
        var index = 1
        if index == end { return }
        while true {
            index = try field(line, from: index, end: end)
            if index == end { return }
            guard line[index] == UInt8(ascii: ",") else { throw .malformed("row") }
            index += 1
        }
    }

    /// Reads one field and returns where it ended.
    private mutating func field(
        _ line: UnsafeRawBufferPointer,
        from start: Int,
        end: Int
    ) throws(WireError) -> Int {
        guard start < end else { throw .malformed("row") }
        switch line[start] {
        case UInt8(ascii: "\""): return try text(line, from: start + 1, end: end)
        case UInt8(ascii: "n"): return try word("null", .null, line, start, end)
        case UInt8(ascii: "t"): return try word("true", .boolean(true), line, start, end)
        case UInt8(ascii: "f"): return try word("false", .boolean(false), line, start, end)
        default: return try integer(line, from: start, end: end)
        }
    }

    private mutating func word(
        _ word: StaticString,
        _ value: Field,
        _ line: UnsafeRawBufferPointer,
        _ start: Int,
        _ end: Int
    ) throws(WireError) -> Int {
        let count = word.utf8CodeUnitCount
        guard start + count <= end else { throw .malformed("row") }
        for offset in 0..<count where line[start + offset] != word.utf8Start[offset] {
            throw .malformed("row")
        }
        fields.append(value)
        return start + count
    }

    private mutating func integer(
        _ line: UnsafeRawBufferPointer,
        from start: Int,
        end: Int
    ) throws(WireError) -> Int {
        var index = start
        let isNegative = line[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let first = index
        var value: Int64 = 0
        while index < end, (48...57).contains(line[index]) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(Int64(line[index] - 48))
            guard !overflow, !carried else { throw .malformed("number") }
            value = sum
            index += 1
        }
        guard index > first else { throw .malformed("row") }
        fields.append(.integer(isNegative ? -value : value))
        return index
    }

    private mutating func text(
        _ line: UnsafeRawBufferPointer,
        from start: Int,
        end: Int
    ) throws(WireError) -> Int {
        let index = ByteSearch.escape(in: line, from: start)
        guard index < end else { throw .malformed("text") }
        switch line[index] {
        case UInt8(ascii: "\""):
            fields.append(.text(start..<index))
            return index + 1
        case UInt8(ascii: "\\"):
            return try escapedText(line, from: start, firstEscape: index, end: end)
        default:
            throw .malformed("text")
        }
    }

    private mutating func escapedText(
        _ line: UnsafeRawBufferPointer,
        from start: Int,
        firstEscape: Int,
        end: Int
    ) throws(WireError) -> Int {
        let begin = unescaped.count
        unescaped += UnsafeRawBufferPointer(rebasing: line[start..<firstEscape])
        var index = firstEscape
        while index < end {
            let byte = line[index]
            switch byte {
            case UInt8(ascii: "\""):
                fields.append(.escaped(begin..<unescaped.count))
                return index + 1
            case UInt8(ascii: "\\"):
                index = try escape(line, at: index + 1, end: end)
            case 0..<32:
                throw .malformed("text")
            default:
                let next = min(ByteSearch.escape(in: line, from: index), end)
                unescaped += UnsafeRawBufferPointer(rebasing: line[index..<next])
                index = next
            }
        }
        throw .malformed("text")
    }

    private mutating func escape(
        _ line: UnsafeRawBufferPointer,
        at index: Int,
        end: Int
    ) throws(WireError) -> Int {
        guard index < end else { throw .malformed("text") }
        switch line[index] {
        case UInt8(ascii: "n"): unescaped.append(10)
        case UInt8(ascii: "r"): unescaped.append(13)
        case UInt8(ascii: "t"): unescaped.append(9)
        case UInt8(ascii: "b"): unescaped.append(8)
        case UInt8(ascii: "f"): unescaped.append(12)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            unescaped.append(line[index])
        case UInt8(ascii: "u"): return try unicodeEscape(line, at: index + 1, end: end)
        default: throw .malformed("text")
        }
        return index + 1
    }

    private mutating func unicodeEscape(
        _ line: UnsafeRawBufferPointer,
        at index: Int,
        end: Int
    ) throws(WireError) -> Int {
        let first = try codeUnit(line, at: index, end: end)
        var next = index + 4
        var value = UInt32(first)
        if UTF16.isLeadSurrogate(first), next + 1 < end, line[next] == UInt8(ascii: "\\"),
            line[next + 1] == UInt8(ascii: "u")
        {
            let second = try codeUnit(line, at: next + 2, end: end)
            guard UTF16.isTrailSurrogate(second) else { throw .malformed("text") }
            value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
            next += 6
        }
        guard let scalar = Unicode.Scalar(value) else { throw .malformed("text") }
        unescaped += Array(String(Character(scalar)).utf8)
        return next
    }

    private func codeUnit(
        _ line: UnsafeRawBufferPointer,
        at index: Int,
        end: Int
    ) throws(WireError) -> UInt16 {
        guard index + 4 <= end else { throw .malformed("text") }
        var value: UInt16 = 0
        for byte in line[index..<index + 4] {
            let digit: UInt16
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt16(byte) - 48
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = UInt16(byte) - 87
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = UInt16(byte) - 55
            default: throw .malformed("text")
            }
            value = value << 4 | digit
        }
        return value
    }
}
