package import Screen

/// Turns the bytes that a terminal sends into keys, pastes and reports.
///
/// A state machine on values: it reads no clock. Escape alone and the beginning of a sequence look
/// alike, so the caller calls `finish` when nothing has come for as long as `patience` says.
package struct KeyParser {
    /// Something that was read.
    package enum Item: Equatable, Sendable {
        case input(InputEvent)
        /// The answer to a question about a mode (DECRPM): whether the terminal has it.
        case mode(Int, isKnown: Bool)
        /// The answer to the question for the colour of the terminal's paper (OSC 11).
        case paper(Color)
    }

    /// How long the rest of a sequence may take: what follows Escape later is a key of its own.
    package static let escapeDelay = Duration.milliseconds(25)
    /// How long what follows Escape and `[` may take: few press Alt-[, and the end of an arrow that
    /// a slow line has cut would run a command.
    package static let bracketDelay = Duration.milliseconds(500)
    /// How long the rest of a sequence may take that cannot be keys: a slow line must not turn the
    /// beginning of a paste into keys.
    package static let sequenceDelay = Duration.seconds(1)
    /// How long a paste may pause; one whose end was lost must not swallow keys for ever.
    package static let pasteDelay = Duration.seconds(3)
    /// Bytes of a pasted text that are kept; the rest is left out.
    package static let longestPaste = 1 << 20
    /// Bytes of a sequence; a longer one is dropped.
    private static let longestSequence = 64

    private var state = State.ground
    private var pasted: [UInt8] = []
    /// The string that a terminal reports, as far as it has come.
    private var reported: [UInt8] = []
    private var items: [Item] = []

    private enum State: Equatable {
        case ground
        /// The bytes of a character that is not whole.
        case character([UInt8], length: Int, isAlt: Bool)
        case escape
        /// After Escape and `[`.
        case control([UInt8])
        /// After Escape and `O`.
        case single
        /// The three bytes of a mouse report of terminals without mode 1006.
        case oldMouse([UInt8])
        /// Within a string that a terminal reports (DCS, OSC, APC), until it ends.
        case string(introducer: UInt8, last: UInt8?)
        case paste
    }

    package init() {}

    /// How long to wait for more bytes before `finish`; nil where nothing is begun, or only a
    /// character, which no key can be mistaken for.
    package var patience: Duration? {
        switch state {
        case .ground, .character: nil
        case .escape, .single, .string(_, last: nil): Self.escapeDelay
        case .control(let bytes): bytes.isEmpty ? Self.bracketDelay : Self.sequenceDelay
        case .oldMouse, .string: Self.sequenceDelay
        case .paste: Self.pasteDelay
        }
    }

    /// Reads bytes as they came.
    package mutating func read(_ bytes: some Sequence<UInt8>) -> [Item] {
        for byte in bytes { take(byte) }
        defer { items.removeAll() }
        return items
    }

    /// Nothing came for a while: what is begun is whole.
    package mutating func finish() -> [Item] {
        switch state {
        case .ground: break
        case .escape: press("Esc")
        case .control(let bytes) where bytes.isEmpty: press("Alt-[")
        case .single: press("Alt-O")
        case .string(let introducer, last: nil):
            press("Alt-\(Character(Unicode.Scalar(introducer)))")
        case .paste: endPaste()
        case .character, .control, .oldMouse, .string: break
        }
        state = .ground
        defer { items.removeAll() }
        return items
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeFirst(byte, isAlt: false)
        case .character(let bytes, let length, let isAlt): takeRest(byte, bytes, length, isAlt)
        case .escape: takeAfterEscape(byte)
        case .control(let bytes): takeControl(byte, bytes)
        case .single:
            state = .ground
            if let name = KeyNames.single[byte] { press(name) }
        case .oldMouse(let bytes): takeOldMouse(bytes + [byte])
        case .string(let introducer, let last): takeReported(byte, introducer, last)
        case .paste: takePasted(byte)
        }
    }

    private mutating func takeFirst(_ byte: UInt8, isAlt: Bool) {
        state = .ground
        let alt = isAlt ? "Alt-" : ""
        switch byte {
        case 0x1B: state = .escape
        case 0x0D, 0x0A: press(alt + "Enter")
        case 0x09: press(alt + "Tab")
        case 0x7F, 0x08: press(alt + "Backspace")
        case 0x00: press(alt + "Ctrl-Space")
        case 0x01...0x1A: press("\(alt)Ctrl-\(Character(Unicode.Scalar(byte + 0x60)))")
        case 0x1C...0x1F: press("\(alt)Ctrl-\(Character(Unicode.Scalar(byte + 0x40)))")
        case 0x20..<0x7F:
            let character = Character(Unicode.Scalar(byte))
            if isAlt {
                press(alt + (character == " " ? "Space" : String(character)))
            } else {
                items.append(.input(.key(Key(typing: character))))
            }
        case 0xC2...0xF4:
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            state = .character([byte], length: length, isAlt: isAlt)
        default: break
        }
    }

    private mutating func takeRest(
        _ byte: UInt8,
        _ bytes: [UInt8],
        _ length: Int,
        _ isAlt: Bool
    ) {
        guard byte & 0xC0 == 0x80 else {
            takeFirst(byte, isAlt: false)
            return
        }
        let bytes = bytes + [byte]
        guard bytes.count == length else {
            state = .character(bytes, length: length, isAlt: isAlt)
            return
        }
        state = .ground
        guard let text = String(validating: bytes, as: UTF8.self), let character = text.first,
            character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return }
        if isAlt {
            press("Alt-\(character)")
        } else {
            items.append(.input(.key(Key(typing: character))))
        }
    }

    private mutating func takeAfterEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["): state = .control([])
        case UInt8(ascii: "O"): state = .single
        case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            reported.removeAll()
            state = .string(introducer: byte, last: nil)
        case 0x1B: press("Esc")
        default: takeFirst(byte, isAlt: true)
        }
    }

    private mutating func takeControl(_ byte: UInt8, _ bytes: [UInt8]) {
        switch byte {
        // The Linux console's function keys send a second bracket.
        case UInt8(ascii: "[") where bytes.isEmpty: state = .control([byte])
        case 0x40...0x7E:
            state = .ground
            finishControl(String(decoding: bytes, as: UTF8.self), byte)
        case 0x1B: state = .escape
        case 0x20...0x3F where bytes.count < Self.longestSequence: state = .control(bytes + [byte])
        case 0x20...0x3F: state = .control(bytes)
        default: state = .ground
        }
    }

    private mutating func finishControl(_ parameters: String, _ final: UInt8) {
        switch (parameters, final) {
        case ("200", UInt8(ascii: "~")):
            pasted.removeAll()
            state = .paste
        case ("", UInt8(ascii: "M")): state = .oldMouse([])
        case ("", UInt8(ascii: "I")): items.append(.input(.focus(true)))
        case ("", UInt8(ascii: "O")): items.append(.input(.focus(false)))
        case (_, UInt8(ascii: "y")) where parameters.hasPrefix("?"): reportMode(parameters)
        case (_, UInt8(ascii: "M")), (_, UInt8(ascii: "m")):
            guard let mouse = MouseReport(parameters, final) else { return }
            items.append(.input(.mouse(mouse.event)))
        default:
            if let name = KeyNames.name(parameters, final) { press(name) }
        }
    }

    private mutating func takeOldMouse(_ bytes: [UInt8]) {
        guard bytes.count == 3 else {
            state = .oldMouse(bytes)
            return
        }
        state = .ground
        if let mouse = MouseReport(old: bytes) { items.append(.input(.mouse(mouse.event))) }
    }

    /// `?2026;2$` of `CSI ? 2026 ; 2 $ y`: 0 is unknown, 4 can never be set.
    private mutating func reportMode(_ parameters: String) {
        let numbers = parameters.dropFirst().split(whereSeparator: { !$0.isNumber }).map { Int($0) }
        guard numbers.count == 2, let mode = numbers[0], let value = numbers[1] else { return }
        items.append(.mode(mode, isKnown: (1...3).contains(value)))
    }

    private mutating func takeReported(_ byte: UInt8, _ introducer: UInt8, _ last: UInt8?) {
        let isOver = byte == 0x07 || byte == 0x18 || (last == 0x1B && byte == 0x5C)
        // What began like a string were keys that came together, and these must not be swallowed
        // for as long as somebody types: no report has a control, and Escape begins anew.
        if !isOver, last == 0x1B {
            state = .escape
            return takeAfterEscape(byte)
        }
        if !isOver, byte < 0x20, byte != 0x1B { return takeFirst(byte, isAlt: false) }
        guard isOver else {
            if reported.count < Self.longestSequence { reported.append(byte) }
            state = .string(introducer: introducer, last: byte)
            return
        }
        state = .ground
        let text = String(decoding: reported.prefix { $0 != 0x1B }, as: UTF8.self)
        if introducer == UInt8(ascii: "]"), let paper = PaperReport(text) {
            items.append(.paper(paper.color))
        }
    }

    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    private mutating func takePasted(_ byte: UInt8) {
        pasted.append(byte)
        if byte == UInt8(ascii: "~"), pasted.ends(with: Self.pasteEnd) {
            pasted.removeLast(Self.pasteEnd.count)
            endPaste()
        } else if pasted.count > Self.longestPaste + Self.pasteEnd.count {
            // The end must still be found, so the last bytes stay and one before them goes.
            pasted.remove(at: pasted.count - Self.pasteEnd.count - 1)
        }
    }

    private mutating func endPaste() {
        state = .ground
        let text = String(decoding: pasted, as: UTF8.self).replacing("\r\n", with: "\n")
            .replacing("\r", with: "\n")
        pasted.removeAll()
        items.append(.input(.paste(text)))
    }

    private mutating func press(_ name: String) {
        items.append(.input(.key(Key(name: name))))
    }
}

extension [UInt8] {
    fileprivate func ends(with other: [UInt8]) -> Bool {
        suffix(other.count).elementsEqual(other)
    }
}
