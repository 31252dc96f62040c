/// A colour as a theme names it.
package struct Color: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads `#rrggbb`.
    init?(hex: String) {
        guard hex.utf8.count == 7, hex.first == "#",
            let value = UInt32(hex.dropFirst(), radix: 16)
        else { return nil }
        self.init(
            red: UInt8(value >> 16),
            green: UInt8(value >> 8 & 0xFF),
            blue: UInt8(value & 0xFF)
        )
    }

    /// How different the lightness of two colours is, from 1 to 21, as WCAG 2.2 defines contrast.
    package func contrast(to other: Color) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// The sRGB transfer function to the power 2.2, close enough to tell 4.4 from 4.6.
    private static func linear(_ part: UInt8) -> Double {
        let share = Double(part) / 255
        if share <= 0.04045 { return share / 12.92 }
        // ((share + 0.055) / 1.055) ^ 2.4 without a library of mathematics: x^2 · x^0.4.
        let base = (share + 0.055) / 1.055
        let root = base.squareRoot()
        // x^0.4 between x^0.5 and x^0.25, by one step of Newton on y^5 = x^2.
        var power = (root + root.squareRoot()) / 2
        for _ in 0..<6 {
            let fourth = power * power * power * power
            power -= (fourth * power - base * base) / (5 * fourth)
        }
        return base * base * power
    }

    /// The distance between two colours as eyes see it, roughly.
    func distance(to other: Color) -> Int {
        let (red, green, blue) = (
            Int(self.red) - Int(other.red), Int(self.green) - Int(other.green),
            Int(self.blue) - Int(other.blue)
        )
        return 2 * red * red + 4 * green * green + 3 * blue * blue
    }

    /// The nearest of a terminal's colours, by the values that xterm gives them.
    ///
    /// Of 256 only the last 240 count, a cube and 24 greys: the first 16 are the user's own.
    func nearest(at depth: ColorDepth) -> Int32 {
        var best: (index: Int32, distance: Int) = (0, .max)
        for index in depth.indices {
            let distance = distance(to: Self.of256(index))
            if distance < best.distance { best = (index, distance) }
        }
        return best.index
    }

    /// The nearest of them that can be read on a ground; where none can, the one that stands out
    /// most.
    func nearest(at depth: ColorDepth, legibleOn ground: Color, contrast: Double) -> Int32 {
        let near = depth.indices.map { (index: $0, distance: distance(to: Self.of256($0))) }
            .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
        let legible = near.first { Self.of256($0.index).contrast(to: ground) >= contrast }
        if let legible { return legible.index }
        let loudest = near.max {
            Self.of256($0.index).contrast(to: ground) < Self.of256($1.index).contrast(to: ground)
        }
        return loudest?.index ?? 0
    }

    /// Beyond every index of a palette: a style's colour that is none of a palette's.
    package static let numbers: Int32 = 0x100_0000

    /// The colour itself where a style has an index of the palette else.
    var number: Int32 {
        Self.numbers | Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    }

    /// What xterm draws for an index from 0 to 255, or the colour of a number.
    package static func of256(_ index: Int32) -> Color {
        if index >= numbers {
            return Color(
                red: UInt8(index >> 16 & 0xFF),
                green: UInt8(index >> 8 & 0xFF),
                blue: UInt8(index & 0xFF)
            )
        }
        if index < 16 { return sixteen[Int(max(0, index))] }
        if index < 232 {
            let cube = Int(index) - 16
            let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
            return Color(
                red: steps[cube / 36],
                green: steps[cube / 6 % 6],
                blue: steps[cube % 6]
            )
        }
        let grey = UInt8(clamping: 8 + (Int(index) - 232) * 10)
        return Color(red: grey, green: grey, blue: grey)
    }

    static let names16 = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
        "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta",
        "bright-cyan", "bright-white",
    ]

    private static let sixteen = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map { (value: UInt32) in
        Color(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }
}
