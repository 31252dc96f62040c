/// Takes the scalars of a text one by one and keeps what can be drawn.
struct TextCleaner {
    private(set) var glyphs: [Glyph] = []
    private(set) var hiddenCount = 0
    /// After a joiner, what follows belongs to the emoji before it and is left out with it.
    private var isJoining = false
    private var endsInReturn = false

    mutating func take(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        let followsReturn = endsInReturn
        endsInReturn = value == 0x0D
        if value < 0x20 || value == 0x7F {
            if value == 0x0A, followsReturn { glyphs.removeLast() }
            return takeControl(value)
        }
        switch ScalarClass.of(scalar) {
        case .narrow: append(Glyph(base: scalar, width: 1))
        case .wide: takeWide(scalar)
        case .mark: takeMark(scalar)
        case .refused: takeRefused(scalar)
        }
    }

    /// A control becomes its picture, U+2400 and on; a tabulator is a blank.
    private mutating func takeControl(_ value: UInt32) {
        let picture = value == 0x7F ? 0x2421 : 0x2400 + value
        let base = value == 0x09 ? " " : Unicode.Scalar(picture) ?? "?"
        append(Glyph(base: base, width: 1))
    }

    /// A skin tone, and what a joiner ties to the emoji before it, is drawn differently by every
    /// terminal; the base alone has one width in all.
    private mutating func takeWide(_ scalar: Unicode.Scalar) {
        let isSkinTone = (0x1F3FB...0x1F3FF).contains(scalar.value)
        if isJoining || (isSkinTone && endsInEmoji) {
            isJoining = false
            return
        }
        append(Glyph(base: scalar, width: 2))
    }

    private var endsInEmoji: Bool {
        glyphs.last.map { $0.width == 2 || $0.base.properties.isEmojiModifierBase } ?? false
    }

    private mutating func takeMark(_ scalar: Unicode.Scalar) {
        if glyphs.isEmpty {
            // A mark alone would be drawn on whatever stands to the left of the text.
            glyphs.append(Glyph(base: "\u{25CC}", width: 1))
        }
        var glyph = glyphs.removeLast()
        if Jamo.isInner(scalar) {
            let whole = glyph.hasMarks ? nil : Jamo.syllable(glyph.base, scalar)
            if let whole { glyph = Glyph(base: whole, width: 2) } else { hiddenCount += 1 }
        } else if !glyph.add(mark: scalar) {
            hiddenCount += 1
        }
        glyphs.append(glyph)
    }

    private mutating func takeRefused(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x80...0x9F:
            append(Glyph(base: "\u{FFFD}", width: 1))
        case 0x1F1E6...0x1F1FF:
            // Halves of flags are one, two or four columns wide, by terminal; letters are one.
            append(Glyph(base: Unicode.Scalar(UInt8(value - 0x1F1E6) + 0x41), width: 1))
        case 0x200D:
            isJoining = glyphs.last?.width == 2
            if !isJoining { hiddenCount += 1 }
        case 0xFE0F, 0x20E3:
            break
        case 0x1F000...0x1FAFF:
            // An emoji newer than what terminals know the width of.
            append(Glyph(base: "\u{25A1}", width: 1))
        case 0x2028, 0x2029, 0x85:
            append(Glyph(base: "\u{240A}", width: 1))
        default:
            if scalar.properties.generalCategory == .spaceSeparator {
                append(.blank)
            } else {
                hiddenCount += 1
            }
        }
    }

    private mutating func append(_ glyph: Glyph) {
        isJoining = false
        glyphs.append(glyph)
    }
}
