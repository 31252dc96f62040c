import Foundation
import Screen

/// A screen of text with escape sequences, cell by cell.
struct PaintedCells: Equatable {
    /// One column of one line.
    struct Cell: Equatable, Codable {
        /// Empty in the right half of a wide one.
        var character: String
        /// As `#rrggbb`, both before they are reversed; nil is the terminal's own.
        var ink: String?
        var paper: String?
        var isBold = false
        var isReversed = false
        var isUnderlined = false

        /// A blank shows its paper alone.
        var seen: Cell {
            guard character == " ", !isUnderlined else { return self }
            return Cell(character: " ", paper: isReversed ? ink : paper)
        }
    }

    let lines: [[Cell]]

    /// Reads what `foyer render --theme` prints.
    init(rendered text: String) {
        var pen = Cell(character: " ")
        lines = text.split(separator: "\n").map { line in
            var cells: [Cell] = []
            for (index, piece) in line.split(separator: "\u{1B}", omittingEmptySubsequences: false)
                .enumerated()
            {
                var piece = piece
                if index > 0, let end = piece.firstIndex(of: "m") {
                    Self.apply(piece[..<end].dropFirst(), to: &pen)
                    piece = piece[piece.index(after: end)...]
                }
                for character in piece {
                    pen.character = String(character)
                    cells.append(pen)
                    guard DisplayText(outside: pen.character).width == 2 else { continue }
                    pen.character = ""
                    cells.append(pen)
                }
            }
            return cells
        }
    }

    /// Reads what an emulator's own program writes of its cells.
    init(json text: String) throws {
        lines = try JSONDecoder().decode([[Cell]].self, from: Data(text.utf8))
    }

    /// Where two screens differ first: the place, and both cells.
    func difference(from other: PaintedCells) -> String? {
        guard lines.count == other.lines.count else {
            return "\(lines.count) lines and \(other.lines.count)"
        }
        for (y, (line, wanted)) in zip(lines, other.lines).enumerated() {
            for x in 0..<max(line.count, wanted.count) {
                let one = x < line.count ? line[x].seen : nil
                let two = x < wanted.count ? wanted[x].seen : nil
                if one != two {
                    return "\(x),\(y): \(String(describing: one)), \(String(describing: two))"
                }
            }
        }
        return nil
    }

    private static func apply(_ codes: Substring, to pen: inout Cell) {
        var numbers = codes.split(separator: ";").compactMap { Int($0) }[...]
        while let code = numbers.popFirst() {
            switch code {
            case 0: pen = Cell(character: " ")
            case 1: pen.isBold = true
            case 4: pen.isUnderlined = true
            case 7: pen.isReversed = true
            case 38:
                pen.ink = numbers.dropFirst().first.map(color)
                numbers = numbers.dropFirst(2)
            case 48:
                pen.paper = numbers.dropFirst().first.map(color)
                numbers = numbers.dropFirst(2)
            default: break
            }
        }
    }

    /// What xterm draws for one of the 240 fixed colours.
    private static func color(_ index: Int) -> String {
        let steps = [0, 95, 135, 175, 215, 255]
        let cube = index - 16
        let grey = 8 + (index - 232) * 10
        let parts =
            index < 232
            ? [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]] : [grey, grey, grey]
        return "#" + parts.map { String(format: "%02x", $0) }.joined()
    }
}
