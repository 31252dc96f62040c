/// Looks for the few bytes that matter in a body of changes, eight at a time: nearly all bytes of a
/// text are of no interest to JSON.
///
/// The trick is that of `haszero` and `hasless` (Bit Twiddling Hacks, S. E. Anderson): the lowest
/// bit that is found is that of the first such byte; bits above it may be wrong.
enum ByteSearch {
    /// The place of the first byte, at or behind `start`, that a JSON text cannot hold as it is: a
    /// quote, a backslash or a control character; the count where there is none.
    static func escape(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= bytes.count {
            let word = load(bytes, index)
            let found = zeros(word ^ quotes) | zeros(word ^ backslashes) | controls(word)
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            index += 1
        }
        return index
    }

    /// The place of the first line feed at or behind `start`; nil where there is none.
    static func lineFeed(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start
        while index + 8 <= bytes.count {
            let found = zeros(load(bytes, index) ^ lineFeeds)
            if found != 0 { return index + found.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\n") { return index }
            index += 1
        }
        return nil
    }

    private static func load(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The high bit of every byte that is zero.
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- ones) & ~word & highs
    }

    /// The high bit of every byte below 32.
    private static func controls(_ word: UInt64) -> UInt64 {
        (word &- ones &* 32) & ~word & highs
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080
    private static let quotes = ones &* UInt64(UInt8(ascii: "\""))
    private static let backslashes = ones &* UInt64(UInt8(ascii: "\\"))
    private static let lineFeeds = ones &* UInt64(UInt8(ascii: "\n"))
}
