/// Orders that a terminal passes on to what is around it: the clipboard, a notification.
///
/// Within tmux they go through it, in its own brackets, with each escape doubled.
struct Passing: Equatable {
    /// The terminal's name, of `TERM`.
    var name: String
    var isInTmux: Bool

    /// Bytes of a text that are put into the clipboard: terminals drop what is much longer, and
    /// the line that carries it holds up the screen.
    static let longestCopy = 32 * 1_024

    /// OSC 52; nil where the text is longer than a terminal takes.
    ///
    /// In base64, so that whatever the text is, it orders nothing. tmux is told twice: it may keep
    /// the clipboard itself, or hand through what is in its brackets.
    func copy(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= Self.longestCopy else { return nil }
        let order = "\u{1B}]52;c;\(Self.base64(bytes))\u{07}"
        return isInTmux ? order + wrapped(order) : order
    }

    /// A notification in the way the terminal knows: OSC 777 where it is named for it, else OSC 9.
    ///
    /// The words are our own; what could end the order or begin another is left out all the same.
    func notification(_ words: String) -> String {
        let plain = String(
            String.UnicodeScalarView(
                words.unicodeScalars.filter { (0x20..<0x7F).contains($0.value) && $0 != ";" }
            )
        )
        let names = ["rxvt", "foot", "ghostty"]
        let order =
            names.contains { name.contains($0) }
            ? "\u{1B}]777;notify;Foyer;\(plain)\u{07}" : "\u{1B}]9;\(plain)\u{07}"
        return isInTmux ? wrapped(order) : order
    }

    private func wrapped(_ order: String) -> String {
        "\u{1B}Ptmux;\(order.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\"
    }

    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    )

    /// RFC 4648.
    static func base64(_ bytes: [UInt8]) -> String {
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(bytes.count, start + 3)]
            var number = group.reduce(0) { $0 << 8 | Int($1) }
            number <<= 8 * (3 - group.count)
            for place in 0..<4 {
                let isFilled = place <= group.count
                text.append(isFilled ? letters[number >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}
