/// Writes a frame of ncurses with as few changes of the pen as what is seen of it needs.
///
/// ncurses changes attributes, ink and ground one by one, also before blanks, which show the ground
/// alone: of the bytes of a frame that was 40 in 100. An SGR that it sends is only noted; what the
/// next letter needs is written in one, just before it. Every frame ends with the pen that ncurses
/// believes to hold.
struct PenWriter {
    /// What the terminal has; nil where nobody knows.
    private var pen: Pen?
    /// What ncurses has asked for; nil after something that is passed on as it is.
    private var wanted: Pen?
    private var written: [UInt8] = []
    /// Whether the last letter was a blank.
    private var endsInBlank = false

    /// Something else wrote on the terminal: nothing is known of its pen.
    mutating func forget() {
        (pen, wanted) = (nil, nil)
    }

    /// A frame with the colours of the theme in their places.
    mutating func write(_ bytes: [UInt8], _ exact: ExactColors) -> [UInt8] {
        written.removeAll(keepingCapacity: true)
        written.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count { index = take(bytes, at: index, exact) }
        }
        draw()
        return written
    }

    /// Takes what begins there; answers where the next begins.
    private mutating func take(
        _ bytes: UnsafeBufferPointer<UInt8>,
        at start: Int,
        _ exact: ExactColors
    ) -> Int {
        let byte = bytes[start]
        guard byte == Self.escape else {
            // A line feed may scroll, and leaves the ground behind.
            if byte == Self.blank || byte == Self.lineFeed { drawBlank() }
            if byte > Self.blank { draw() }
            if byte >= Self.blank { endsInBlank = byte == Self.blank }
            written.append(byte)
            return start + 1
        }
        guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else {
            // ncurses names the letters' set with each SGR 0; it is never another one.
            if Self.isSetOfLetters(bytes, at: start), pen != nil { return start + 3 }
            drawBlank()
            written.append(byte)
            return start + 1
        }
        var end = start + 2
        while end < bytes.count, !(0x40...0x7E).contains(bytes[end]) { end += 1 }
        guard end < bytes.count else {
            written += bytes[start...]
            return bytes.count
        }
        switch bytes[end] {
        case UInt8(ascii: "m"): take(bytes[start...end], exact)
        // What erases, inserts, deletes and scrolls leaves the ground behind.
        case UInt8(ascii: "@"), UInt8(ascii: "J")...UInt8(ascii: "M"), UInt8(ascii: "P"),
            UInt8(ascii: "S"), UInt8(ascii: "T"), UInt8(ascii: "X"):
            drawBlank()
            written += bytes[start...end]
        // The last letter again.
        case UInt8(ascii: "b"):
            if endsInBlank { drawBlank() } else { draw() }
            written += bytes[start...end]
        default: written += bytes[start...end]
        }
        return end + 1
    }

    /// Takes an SGR.
    private mutating func take(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
        _ exact: ExactColors
    ) {
        let numbers = bytes.dropFirst(2).dropLast()
            .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? ($0.isEmpty ? 0 : -1) }
        let before = numbers.first == 0 ? Pen() : wanted
        if let after = before?.taking(numbers, exact: exact) {
            wanted = after
        } else {
            draw()
            forget()
            written += bytes
        }
    }

    /// Makes the pen be what was asked for.
    private mutating func draw() {
        guard let wanted, wanted != pen else { return }
        written += wanted.order(after: pen)
        pen = wanted
    }

    /// The same where only the ground is seen.
    private mutating func drawBlank() {
        if let wanted, let pen, wanted.isSameOnBlanks(pen) { return }
        draw()
    }

    private static func isSetOfLetters(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        start + 2 < bytes.count && bytes[start + 1] == UInt8(ascii: "(")
            && bytes[start + 2] == UInt8(ascii: "B")
    }

    private static let escape: UInt8 = 0x1B
    private static let blank = UInt8(ascii: " ")
    private static let lineFeed = UInt8(ascii: "\n")
}
