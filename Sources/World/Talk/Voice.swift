/// How a visitor types.
struct Voice: Sendable {
    let isLowercase: Bool
    let dropsStop: Bool
    let abbreviates: Bool
    /// Share of messages with a slip of the fingers.
    let slips: Double
    /// Share of messages sent in two pieces.
    let splits: Double

    static func draw(_ chance: inout Chance) -> Voice {
        Voice(
            isLowercase: chance.happens(0.38),
            dropsStop: chance.happens(0.55),
            abbreviates: chance.happens(0.16),
            slips: [0, 0.03, 0.08, 0.16][chance.weighted([30, 40, 22, 8])],
            splits: [0, 0.05, 0.2][chance.weighted([50, 35, 15])]
        )
    }

    /// What is typed for what is meant, and the word that a slip of the fingers spoiled.
    func typed(_ text: String, _ chance: inout Chance) -> (text: String, spoiled: String?) {
        var bytes = Array(text.utf8)
        if isLowercase { Self.lowercase(&bytes) }
        if dropsStop, bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        if isLowercase, bytes.last == UInt8(ascii: "?"), chance.happens(0.4) { bytes.removeLast() }
        if abbreviates { bytes = Abbreviations.apply(to: bytes, &chance) }
        let spoiled = slips > 0 && chance.happens(slips) ? Self.spoil(&bytes, &chance) : nil
        return (String(decoding: bytes, as: UTF8.self), spoiled)
    }

    /// Lower-cases ASCII: other scripts keep their own.
    private static func lowercase(_ bytes: inout [UInt8]) {
        for index in bytes.indices where (65...90).contains(bytes[index]) { bytes[index] += 32 }
    }

    /// Swaps two letters, doubles one or leaves one out, inside a word of five letters or more;
    /// gives the word as it was meant.
    private static func spoil(_ bytes: inout [UInt8], _ chance: inout Chance) -> String? {
        let start = chance.below(bytes.count)
        let candidates = [word(of: bytes, from: start), word(of: bytes, from: 0)]
        guard let word = candidates.compactMap(\.self).first(where: { $0.count >= 5 }) else {
            return nil
        }
        // An address stays as it is: people look twice at those.
        guard !bytes.contains(UInt8(ascii: "@")) else { return nil }
        let meant = String(decoding: bytes[word], as: UTF8.self)
        let place = word.lowerBound + 1 + chance.below(word.count - 2)
        switch chance.below(3) {
        case 0: bytes.swapAt(place, place + 1)
        case 1: bytes.insert(bytes[place], at: place)
        default: bytes.remove(at: place)
        }
        return meant
    }

    /// The first word of ASCII letters behind a place, or at the very beginning.
    private static func word(of bytes: [UInt8], from start: Int) -> Range<Int>? {
        var index = start
        while index > 0, index < bytes.count, isLetter(bytes[index]) { index += 1 }
        while index < bytes.count, !isLetter(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        var end = index
        while end < bytes.count, isLetter(bytes[end]) { end += 1 }
        return index..<end
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
}

/// What people shorten when they type on a phone.
enum Abbreviations {
    private static let pairs: [(long: [UInt8], short: [UInt8])] = [
        (" you ", " u "), (" are ", " r "), (" please", " pls"), ("apartment", "apt"),
        (" bedroom", " br"), (" because ", " bc "), ("Thank you", "ty"), ("thank you", "ty"),
        (" minutes", " min"), (" month", " mo"), (" okay", " ok"), (" with ", " w/ "),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// Shortens about half of what can be shortened.
    static func apply(to bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let pair = pairs.first(where: { bytes[index...].starts(with: $0.long) }),
                chance.happens(0.5)
            {
                result += pair.short
                index += pair.long.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
