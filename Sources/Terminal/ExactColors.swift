/// Exact colours on terminals of which terminfo knows 256 alone: each stands for a place of the
/// palette as far as ncurses knows, and is put in its place before a frame is written.
struct ExactColors {
    private var places: [Int32: Int32] = [:]
    private var colors: [Int32] = []

    /// The places that `38;5;n` is written for: the first sixteen have sequences of their own.
    private static let first: Int32 = 16
    private static let most = 240

    /// The place of a colour, which is its red, green and blue; beyond 240 colours the last place.
    mutating func place(of color: Int32) -> Int32 {
        if let known = places[color] { return known }
        guard colors.count < Self.most else { return Self.first + Int32(Self.most) - 1 }
        let place = Self.first + Int32(colors.count)
        colors.append(color)
        places[color] = place
        return place
    }

    /// Forgets the colours of themes before where there are many.
    ///
    /// A theme has some twenty; every cell must be written anew after this.
    mutating func makeRoom() {
        guard colors.count > Self.most / 2 else { return }
        places.removeAll()
        colors.removeAll()
    }

    /// A frame with the colours themselves: `38;2;r;g;b` for `38;5;n`.
    func written(_ bytes: [UInt8]) -> [UInt8] {
        guard !colors.isEmpty else { return bytes }
        var written: [UInt8] = []
        written.reserveCapacity(bytes.count * 5 / 4)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x1B, index + 1 < bytes.count,
                bytes[index + 1] == UInt8(ascii: "["),
                let end = bytes[(index + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) })
            else {
                written.append(bytes[index])
                index += 1
                continue
            }
            if bytes[end] == UInt8(ascii: "m") {
                written += Array("\u{1B}[\(parameters(bytes[(index + 2)..<end]))m".utf8)
            } else {
                written += bytes[index...end]
            }
            index = end + 1
        }
        return written
    }

    private func parameters(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        var words: [String] = []
        var rest = parts[...]
        while let part = rest.popFirst() {
            words.append(String(part))
            guard part == "38" || part == "48", rest.first == "5",
                let place = rest.dropFirst().first.flatMap({ Int32($0) }),
                colors.indices.contains(Int(place - Self.first))
            else { continue }
            let color = colors[Int(place - Self.first)]
            words += ["2", "\(color >> 16)", "\(color >> 8 & 0xFF)", "\(color & 0xFF)"]
            rest = rest.dropFirst(2)
        }
        return words.joined(separator: ";")
    }
}
