import Screen

extension DisplayText {
    func fitted(to w: Int) -> DisplayText { prefix(width: w) }
    static func blanks(_ count: Int) -> DisplayText { DisplayText(outside: String(repeating: " ", count: max(0, count))) }
}
extension Rect {
    var inner: Rect { Rect(x: x + 1, y: y + 1, width: max(0, width - 2), height: max(0, height - 2)) }
}
extension Grid {
    mutating func draw(_ line: Line, x: Int, y: Int) {
        var x = x
        for run in line.runs { draw(run.text, x: x, y: y, role: run.role); x += run.text.width }
    }
}
extension DeskState {
    func draw(_ c: PaneContent, _ t: String, in r: Rect, isFocused: Bool, into grid: inout Grid) {
        let s = isFocused ? ["┏","━","┓","┃","┗","┛"] : ["┌","─","┐","│","└","┘"]
        grid.draw(DisplayText(outside: s[0] + String(repeating: s[1], count: r.width-2) + s[2]), x: r.x, y: r.y, role: .border)
        for y in 1..<(r.height-1) { grid.draw(DisplayText(outside: s[3] + String(repeating: " ", count: r.width-2) + s[3]), x: r.x, y: r.y+y, role: .border) }
        grid.draw(DisplayText(outside: s[4] + String(repeating: s[1], count: r.width-2) + s[5]), x: r.x, y: r.y+r.height-1, role: .border)
        grid.draw(DisplayText(outside: " \(t) "), x: r.x+2, y: r.y, role: .border)
        let n = DisplayText(outside: " \(c.note) ")
        if n.width > 2 { grid.draw(n, x: r.x+r.width-2-n.width, y: r.y, role: .border) }
        let f = DisplayText(outside: " \(c.footnote) ")
        if f.width > 2 { grid.draw(f, x: r.x+r.width-2-f.width, y: r.y+r.height-1, role: .border) }
        for (i, l) in c.lines.prefix(r.height-2).enumerated() { grid.draw(l, x: r.x+1, y: r.y+1+i) }
    }
    mutating func take(_ m: MouseEvent) -> [DeskEffect] { [] }
}
