/// Letters of Hangul that come one by one, put together to the syllables they stand for.
///
/// Terminals disagree on the width of the letters, and agree on the syllable's. The arithmetic is
/// of the Unicode standard, section 3.12.
enum Jamo {
    private static let leads: ClosedRange<UInt32> = 0x1100...0x1112
    private static let vowels: ClosedRange<UInt32> = 0x1161...0x1175
    private static let tails: ClosedRange<UInt32> = 0x11A8...0x11C2
    private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3

    /// Whether a scalar is a vowel or a tail, which stand only in a syllable.
    static func isInner(_ scalar: Unicode.Scalar) -> Bool {
        (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
    }

    /// The syllable of a lead and a vowel, or of a syllable without a tail and one; nil where the
    /// two make none.
    static func syllable(_ first: Unicode.Scalar, _ next: Unicode.Scalar) -> Unicode.Scalar? {
        if leads.contains(first.value), vowels.contains(next.value) {
            let pair = (first.value - leads.lowerBound) * 21 + next.value - vowels.lowerBound
            return Unicode.Scalar(syllables.lowerBound + pair * 28)
        }
        let isOpen = syllables.contains(first.value) && (first.value - 0xAC00) % 28 == 0
        guard isOpen, tails.contains(next.value) else { return nil }
        return Unicode.Scalar(first.value + next.value - tails.lowerBound + 1)
    }
}
