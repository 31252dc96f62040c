/// What letters are written with: attributes and colours, as SGR of ECMA-48 numbers them.
struct Pen: Equatable {
    var attributes: Set = []
    var foreground = Color.own
    var background = Color.own

    /// Bold, dim, italic, underline, reverse: the parameters 1, 2, 3, 4 and 7.
    struct Set: OptionSet {
        let rawValue: UInt8

        static let bold = Set(rawValue: 1)
        static let dim = Set(rawValue: 2)
        static let italic = Set(rawValue: 4)
        static let underline = Set(rawValue: 8)
        static let reverse = Set(rawValue: 16)

        /// What a blank shows too.
        static let seenOnBlanks: Set = [.underline, .reverse]

        /// Each with the parameters that begin and end it.
        static let parameters: [(set: Set, on: Int, off: Int)] = [
            (.bold, 1, 22), (.dim, 2, 22), (.italic, 3, 23), (.underline, 4, 24), (.reverse, 7, 27),
        ]
    }

    /// A colour as it was asked for: by one of sixteen parameters, a place of the palette, or its
    /// red, green and blue.
    enum Color: Equatable {
        case own
        case named(Int)
        case place(Int)
        case exact(Int)
    }

    /// Whether a blank looks the same with both.
    func isSameOnBlanks(_ other: Pen) -> Bool {
        if self == other { return true }
        return background == other.background
            && attributes.isDisjoint(with: .seenOnBlanks)
            && other.attributes.isDisjoint(with: .seenOnBlanks)
    }

    /// What turns another pen into this one: the shorter of what differs and of all, from nothing.
    func order(after other: Pen?) -> [UInt8] {
        guard self != other else { return [] }
        let whole = Self.order([0] + changes(from: Pen()))
        guard let other else { return whole }
        let part = Self.order(changes(from: other))
        return part.count < whole.count ? part : whole
    }

    private func changes(from other: Pen) -> [Int] {
        var numbers: [Int] = []
        var held = other.attributes
        for (set, _, off) in Set.parameters where held.contains(set) && !attributes.contains(set) {
            numbers.append(off)
            // One parameter ends both.
            held.subtract(off == 22 ? [.bold, .dim] : set)
        }
        for (set, on, _) in Set.parameters where attributes.contains(set) && !held.contains(set) {
            numbers.append(on)
        }
        if foreground != other.foreground { numbers += foreground.parameters(base: 30) }
        if background != other.background { numbers += background.parameters(base: 40) }
        return numbers
    }

    private static func order(_ numbers: [Int]) -> [UInt8] {
        var bytes: [UInt8] = [0x1B, UInt8(ascii: "[")]
        for (index, number) in numbers.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ";")) }
            // Nothing at the front stands for 0, which is what it means to all; tmux takes no
            // colour of which a part is left out.
            if number > 0 || index > 0 { bytes += String(number).utf8 }
        }
        return bytes + [UInt8(ascii: "m")]
    }
}

extension Pen.Color {
    /// `base` is 30 for what is written and 40 for what lies under it.
    fileprivate func parameters(base: Int) -> [Int] {
        switch self {
        case .own: [base + 9]
        case .named(let number): [number < 8 ? base + number : base + 60 + number - 8]
        case .place(let place): [base + 8, 5, place]
        case .exact(let color): [base + 8, 2, color >> 16, color >> 8 & 0xFF, color & 0xFF]
        }
    }
}

extension Pen {
    /// Takes the parameters of an SGR; nil where there are some that it does not know.
    func taking(_ numbers: [Int], exact: ExactColors) -> Pen? {
        var pen = self
        var rest = numbers[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: pen = Pen()
            // The font of letters, which nothing here changes.
            case 10: break
            case 30...37: pen.foreground = .named(number - 30)
            case 90...97: pen.foreground = .named(number - 90 + 8)
            case 39: pen.foreground = .own
            case 40...47: pen.background = .named(number - 40)
            case 100...107: pen.background = .named(number - 100 + 8)
            case 49: pen.background = .own
            case 38, 48:
                guard rest.popFirst() == 5, let place = rest.popFirst() else { return nil }
                let color = exact.color(at: place).map(Color.exact) ?? .place(place)
                if number == 38 { pen.foreground = color } else { pen.background = color }
            default:
                guard pen.take(attribute: number) else { return nil }
            }
        }
        return pen
    }

    private mutating func take(attribute number: Int) -> Bool {
        var isKnown = false
        for (set, on, off) in Set.parameters {
            if number == on { attributes.insert(set) }
            if number == off { attributes.remove(set) }
            isKnown = isKnown || number == on || number == off
        }
        return isKnown
    }
}
