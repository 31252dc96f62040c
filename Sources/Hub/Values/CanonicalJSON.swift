/// JSON as PostgreSQL's `jsonb` writes it, so that both stores keep, send and digest the same text.
///
/// Keys are sorted by length, then bytes; of equal keys the last stays; one space follows `:` and
/// `,`; numbers keep their digits without exponent; only what must be escaped is.
package enum CanonicalJSON {
    /// The canonical text; nil where it is not JSON, holds what `jsonb` refuses (`\u0000`, half a
    /// surrogate pair), or nests deeper than 128 levels.
    package static func text(_ json: String) -> String? {
        var rewriter = JSONRewriter(bytes: Array(json.utf8))
        guard let value = rewriter.value(depth: 0), rewriter.isAtEnd else { return nil }
        return String(decoding: value, as: UTF8.self)
    }
}

/// Reads and writes in one go: each value comes back as its canonical bytes.
private struct JSONRewriter {
    private static let deepest = 128

    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return index == bytes.count
        }
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func value(depth: Int) -> [UInt8]? {
        guard depth <= Self.deepest else { return nil }
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map(Self.quoted)
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default: return number()
        }
    }

    private mutating func skipSpace() {
        while let byte = current, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { index += 1 }
    }

    /// Takes the byte if it is next, after space.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard current == byte else { return false }
        index += 1
        return true
    }

    private mutating func word(_ word: String) -> [UInt8]? {
        let expected = Array(word.utf8)
        guard bytes[index...].starts(with: expected) else { return nil }
        index += expected.count
        return expected
    }

    private mutating func object(depth: Int) -> [UInt8]? {
        index += 1
        var members: [[UInt8]: [UInt8]] = [:]
        if take(UInt8(ascii: "}")) { return Array("{}".utf8) }
        repeat {
            skipSpace()
            guard let key = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1)
            else { return nil }
            members[key] = value
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { return nil }
        let sorted = members.sorted { left, right in
            left.key.count != right.key.count
                ? left.key.count < right.key.count
                : left.key.lexicographicallyPrecedes(right.key)
        }
        let parts = sorted.map { Self.quoted($0.key) + Array(": ".utf8) + $0.value }
        return [UInt8(ascii: "{")] + parts.joined(separator: ", ".utf8) + [UInt8(ascii: "}")]
    }

    private mutating func array(depth: Int) -> [UInt8]? {
        index += 1
        var items: [[UInt8]] = []
        if take(UInt8(ascii: "]")) { return Array("[]".utf8) }
        repeat {
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { return nil }
        return [UInt8(ascii: "[")] + items.joined(separator: ", ".utf8) + [UInt8(ascii: "]")]
    }
}

// Strings.
extension JSONRewriter {
    /// The bytes that a string means.
    private mutating func string() -> [UInt8]? {
        guard current == UInt8(ascii: "\"") else { return nil }
        index += 1
        var result: [UInt8] = []
        while let byte = current {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return result
            case UInt8(ascii: "\\"):
                guard let escaped = escape() else { return nil }
                result += escaped
            case 0..<0x20: return nil
            default: result.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> [UInt8]? {
        guard let byte = current else { return nil }
        index += 1
        switch byte {
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0c]
        case UInt8(ascii: "n"): return [0x0a]
        case UInt8(ascii: "r"): return [0x0d]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "u"): return unicode()
        default: return nil
        }
    }

    private mutating func unicode() -> [UInt8]? {
        guard let first = codeUnit() else { return nil }
        var value = UInt32(first)
        if UTF16.isLeadSurrogate(first) {
            guard word("\\u") != nil, let second = codeUnit(), UTF16.isTrailSurrogate(second) else {
                return nil
            }
            value = 0x10000 + (UInt32(first) - 0xd800) << 10 + (UInt32(second) - 0xdc00)
        }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
        return Array(String(Character(scalar)).utf8)
    }

    private mutating func codeUnit() -> UInt16? {
        guard index + 4 <= bytes.count else { return nil }
        defer { index += 4 }
        return UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    }

    /// As `jsonb` quotes.
    private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8(ascii: "\"")]
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
            case 0x08: result += Array("\\b".utf8)
            case 0x0c: result += Array("\\f".utf8)
            case 0x0a: result += Array("\\n".utf8)
            case 0x0d: result += Array("\\r".utf8)
            case 0x09: result += Array("\\t".utf8)
            case 0..<0x20:
                result += Array("\\u00".utf8)
                result += Array((byte < 16 ? "0" : "").utf8) + Array(String(byte, radix: 16).utf8)
            default: result.append(byte)
            }
        }
        result.append(UInt8(ascii: "\""))
        return result
    }
}

// Numbers.
extension JSONRewriter {
    /// Digits as they are, with the point where the exponent puts it.
    private mutating func number() -> [UInt8]? {
        let isNegative = current == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let whole = digits()
        guard !whole.isEmpty, whole.count == 1 || whole[0] != UInt8(ascii: "0") else { return nil }
        var fraction: [UInt8] = []
        if current == UInt8(ascii: ".") {
            index += 1
            fraction = digits()
            guard !fraction.isEmpty else { return nil }
        }
        guard let exponent = exponent() else { return nil }
        let number = Self.plain(whole, fraction, exponent)
        let isZero = number.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
        return (isNegative && !isZero ? [UInt8(ascii: "-")] : []) + number
    }

    private mutating func digits() -> [UInt8] {
        let start = index
        while let byte = current, (48...57).contains(byte) { index += 1 }
        return Array(bytes[start..<index])
    }

    /// Zero where there is none; nil where it is malformed or beyond any use.
    private mutating func exponent() -> Int? {
        guard current == UInt8(ascii: "e") || current == UInt8(ascii: "E") else { return 0 }
        index += 1
        let isNegative = current == UInt8(ascii: "-")
        if isNegative || current == UInt8(ascii: "+") { index += 1 }
        let digits = digits()
        guard let value = Int(String(decoding: digits, as: UTF8.self)), value <= 1_000 else {
            return nil
        }
        return isNegative ? -value : value
    }

    private static func plain(_ whole: [UInt8], _ fraction: [UInt8], _ exponent: Int) -> [UInt8] {
        var digits = whole + fraction
        var point = whole.count + exponent
        if point < 1 {
            digits = Array(repeating: UInt8(ascii: "0"), count: 1 - point) + digits
            point = 1
        }
        while digits.count < point { digits.append(UInt8(ascii: "0")) }
        let leading = digits[..<point].drop { $0 == UInt8(ascii: "0") }
        let before = leading.isEmpty ? [UInt8(ascii: "0")] : Array(leading)
        let behind = digits[point...]
        return behind.isEmpty ? before : before + [UInt8(ascii: ".")] + behind
    }
}
