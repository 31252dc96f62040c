/// The signs that the desk draws itself, in Unicode and in ASCII.
///
/// Each means the same in both, and none is needed to be in colour.
struct Glyphs: Equatable, Sendable {
    let selected: String
    let dot: String
    let half: String
    let ring: String
    let separator: String
    let dash: String
    let flag: String
    let check: String
    let cross: String
    let absent: String
    let overlap: String
    let down: String
    let up: String
    let openQuote: String
    let closeQuote: String
    let rule: String
    let block: String
    let emptyBlock: String
    /// Where a tour is wished.
    let wish: String
    /// Beside a tour, as long as it lasts: a row, its lower half, its upper half.
    let bar: String
    let lowerBar: String
    let upperBar: String
    /// A bar's cell from nearly empty to nearly full.
    let steps: [String]

    static let unicode = Glyphs(
        selected: "▸",
        dot: "●",
        half: "◐",
        ring: "○",
        separator: "·",
        dash: "–",
        flag: "⚑",
        check: "✓",
        cross: "✗",
        absent: "∅",
        overlap: "▲",
        down: "↓",
        up: "↑",
        openQuote: "“",
        closeQuote: "”",
        rule: "─",
        block: "▇",
        emptyBlock: "░",
        wish: "▒",
        bar: "▌",
        lowerBar: "▖",
        upperBar: "▘",
        steps: ["▁", "▂", "▃", "▄", "▅", "▆"]
    )

    static let ascii = Glyphs(
        selected: ">",
        dot: "*",
        half: "~",
        ring: "o",
        separator: "-",
        dash: "-",
        flag: "!",
        check: "v",
        cross: "x",
        absent: "0",
        overlap: "^",
        down: "v",
        up: "^",
        openQuote: "\"",
        closeQuote: "\"",
        rule: "-",
        block: "#",
        emptyBlock: ".",
        wish: "=",
        bar: "|",
        lowerBar: ",",
        upperBar: "'",
        steps: ["-", "="]
    )

    /// A bar of so many cells for a share from 0 to 1.
    func bar(_ share: Double, cells: Int) -> String {
        let filled = min(max(0, share), 1) * Double(cells)
        let whole = Int(filled)
        var bar = String(repeating: block, count: whole)
        let step = Int((filled - Double(whole)) * Double(steps.count + 1))
        if whole < cells, step > 0 { bar += steps[step - 1] }
        return bar
    }
}

extension DeskState {
    var glyphs: Glyphs { options.isASCII ? .ascii : .unicode }
}
