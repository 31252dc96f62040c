/// The canonical text of an id and its 16 bytes, eight digits at a time and without a value in
/// between: a copy has three ids a row.
package enum IDText {
    /// Characters of the text: 32 digits and four hyphens.
    package static let count = 36

    /// Writes the text of 16 bytes to 36 others.
    package static func write(
        _ id: UnsafeRawBufferPointer,
        to place: UnsafeMutableRawBufferPointer
    ) {
        precondition(id.count == 16 && place.count == count, "an id has 16 bytes and 36 digits")
        let word = { (offset: Int) in
            UInt32(bigEndian: id.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
        let (second, third) = (digits(of: word(4)), digits(of: word(8)))
        store(digits(of: word(0)), place, 0)
        storeHyphen(place, 8)
        storeHalf(second >> 32, place, 9)
        storeHyphen(place, 13)
        storeHalf(second, place, 14)
        storeHyphen(place, 18)
        storeHalf(third >> 32, place, 19)
        storeHyphen(place, 23)
        storeHalf(third, place, 24)
        store(digits(of: word(12)), place, 28)
    }

    /// Reads a text, its digits in either case, into 16 bytes at a place.
    ///
    /// False where it is not 36 characters with hyphens; what is at the place then is of no use.
    package static func read(
        _ text: UnsafeRawBufferPointer,
        into place: UnsafeMutableRawPointer
    ) -> Bool {
        guard text.count == count else { return false }
        guard isHyphen(text[8]), isHyphen(text[13]), isHyphen(text[18]), isHyphen(text[23])
        else { return false }
        guard let first = value(of: load(text, 0)),
            let second = value(of: loadHalf(text, 9) << 32 | loadHalf(text, 14)),
            let third = value(of: loadHalf(text, 19) << 32 | loadHalf(text, 24)),
            let last = value(of: load(text, 28))
        else { return false }
        place.storeBytes(of: first.bigEndian, toByteOffset: 0, as: UInt32.self)
        place.storeBytes(of: second.bigEndian, toByteOffset: 4, as: UInt32.self)
        place.storeBytes(of: third.bigEndian, toByteOffset: 8, as: UInt32.self)
        place.storeBytes(of: last.bigEndian, toByteOffset: 12, as: UInt32.self)
        return true
    }

    /// Eight digits, the first one in the highest byte.
    private static func digits(of value: UInt32) -> UInt64 {
        var nibbles = UInt64(value)
        nibbles = (nibbles | nibbles << 16) & 0x0000_FFFF_0000_FFFF
        nibbles = (nibbles | nibbles << 8) & 0x00FF_00FF_00FF_00FF
        nibbles = (nibbles | nibbles << 4) & 0x0F0F_0F0F_0F0F_0F0F
        // 10 and more carry into the next four bits, and are letters.
        let letters = ((nibbles &+ 6 &* ones) >> 4) & ones
        return nibbles &+ 0x30 &* ones &+ letters &* 0x27
    }

    /// The value of eight digits; nil where one of them is none.
    private static func value(of digits: UInt64) -> UInt32? {
        // Letters have the bit 0x40; with 0x20 they are small.
        let letters = (digits >> 6) & ones
        var nibbles = ((digits & lowHalves) &+ letters &* 9) & lowHalves
        nibbles = (nibbles | nibbles >> 4) & 0x00FF_00FF_00FF_00FF
        nibbles = (nibbles | nibbles >> 8) & 0x0000_FFFF_0000_FFFF
        let value = UInt32(truncatingIfNeeded: nibbles | nibbles >> 16)
        // Whatever is no digit comes back as another character.
        return self.digits(of: value) == digits | (letters << 5) ? value : nil
    }

    private static func load(_ text: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(bigEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    private static func loadHalf(_ text: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(UInt32(bigEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    private static func store(
        _ digits: UInt64,
        _ place: UnsafeMutableRawBufferPointer,
        _ offset: Int
    ) {
        place.storeBytes(of: digits.bigEndian, toByteOffset: offset, as: UInt64.self)
    }

    private static func storeHalf(
        _ digits: UInt64,
        _ place: UnsafeMutableRawBufferPointer,
        _ offset: Int
    ) {
        let half = UInt32(truncatingIfNeeded: digits)
        place.storeBytes(of: half.bigEndian, toByteOffset: offset, as: UInt32.self)
    }

    private static func storeHyphen(_ place: UnsafeMutableRawBufferPointer, _ offset: Int) {
        place.storeBytes(of: UInt8(ascii: "-"), toByteOffset: offset, as: UInt8.self)
    }

    private static func isHyphen(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") }

    private static let lowHalves: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
    private static let ones: UInt64 = 0x0101_0101_0101_0101
}
