/// Exact colours on terminals of which terminfo knows 256 alone: each stands for a place of the
/// palette as far as ncurses knows, and is put in its place as a frame is written.
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

    /// The colour that a place of the palette stands for; nil where it is the palette's own.
    func color(at place: Int) -> Int? {
        let index = place - Int(Self.first)
        return colors.indices.contains(index) ? Int(colors[index]) : nil
    }
}
