import Screen

@testable import Desk

extension DeskState {
    /// What is wrong with the state or its frame; nil where all is well.
    var disorder: String? { strayCursor ?? view().disorder(width: width, height: height) }

    /// What is wrong with the frame that a painter draws after all those before; nil where it is as
    /// one that is drawn anew.
    func disorder(drawnBy painter: inout DeskPainter) -> String? {
        painter.frame(of: self) == view() ? nil : "a pane shows what it showed before"
    }

    /// A selection that is none of its list, or a cursor outside of its text.
    private var strayCursor: String? {
        if leads.rows.isEmpty != (leads.selected == nil) { return "no lead of many is selected" }
        if tours.entries.isEmpty != (tours.selected == nil) { return "no tour is selected" }
        if !attention.rows.isEmpty, attention.selected == nil {
            return "no refused write is selected"
        }
        switch mode {
        case .typing(let field):
            if !(0...field.text.count).contains(field.cursor) {
                return "the cursor is not in its line"
            }
        case .choosing(let menu):
            if !(0...menu.field.text.count).contains(menu.field.cursor) {
                return "the cursor is not in the menu's line"
            }
            let count = choices(of: menu).count
            if !(0..<max(1, count)).contains(menu.selection) {
                return "row \(menu.selection) of \(count) is selected in \(menuTitle(menu))"
            }
        case .form(let form): return form.disorder
        case .panes, .grabbing, .attention: break
        }
        return nil
    }
}

extension Form {
    fileprivate var disorder: String? {
        guard fields.indices.contains(focus) else {
            return "no field of \(purpose.title) has the keys"
        }
        for field in fields {
            switch field.kind {
            case .line(let line) where !(0...line.text.count).contains(line.cursor):
                return "the cursor is not in \(field.label)"
            case .text(let editor) where !(0...editor.characters.count).contains(editor.cursor):
                return "the cursor is not in the text \(field.label)"
            case .choice(let words, let place) where !(0..<max(1, words.count)).contains(place):
                return "choice \(place) of \(words.count) in \(field.label)"
            case .line, .text, .choice, .toggle: break
            }
        }
        return nil
    }
}

extension Grid {
    /// What a terminal would not draw as it is meant.
    fileprivate func disorder(width: Int, height: Int) -> String? {
        guard self.width == width, self.height == height, cells.count == width * height else {
            return "the frame is \(self.width)x\(self.height), not \(width)x\(height)"
        }
        if let cursor, !(0..<width).contains(cursor.x) || !(0..<height).contains(cursor.y) {
            return "the cursor stands at \(cursor.x),\(cursor.y) of \(width)x\(height)"
        }
        var previous = Cell.empty
        for (index, cell) in cells.enumerated() {
            let value = cell.glyph.base.value
            // Of ASCII nothing but what is printed; the rest by the table of what may be drawn.
            let isDrawn =
                value < 0x7F ? value >= 0x20 : cell.glyph.scalars.allSatisfy { $0.isDrawn }
            if !isDrawn {
                return "U+\(String(value, radix: 16)) at \(index % width),\(index / width)"
            }
            if cell.isContinuation, index % width == 0 || previous.glyph.width != 2 {
                return "half a wide character at \(index % width),\(index / width)"
            }
            previous = cell
        }
        return nil
    }
}

extension Unicode.Scalar {
    fileprivate var isDrawn: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            false
        default: true
        }
    }
}
