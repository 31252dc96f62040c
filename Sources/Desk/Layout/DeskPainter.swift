package import Screen

/// Draws the frames of a desk, one after the other, and a pane only where it shows something else
/// than in the frame before.
///
/// The panes are nearly all that a frame costs, the calendar most of it, and a key changes one or
/// two of them. Every frame is as `view` draws it.
package struct DeskPainter {
    /// The panes as they were drawn last, and nothing else.
    private var panes = Grid(width: 0, height: 0)
    private var drawn: [Pane: DrawnPane] = [:]

    package init() {}

    /// The frame of a desk, after those before.
    package mutating func frame(of desk: DeskState) -> Grid {
        let desk = desk.covered
        let places = desk.panesInSight
        let (width, height) = (desk.width, desk.height + desk.linesBelow)
        if panes.width != width || panes.height != max(0, height)
            || drawn.mapValues(\.rect) != places
        {
            panes = Grid(width: width, height: height)
            drawn = [:]
        }
        for (pane, rect) in places { draw(pane, of: desk, in: rect) }
        panes.cursor = drawn[desk.focus]?.cursor
        return desk.drawn(on: panes)
    }

    private mutating func draw(_ pane: Pane, of desk: DeskState, in rect: Rect) {
        let isFocused = pane == desk.focus && !desk.isCovered
        let scene = desk.scene(of: pane)
        if let last = drawn[pane], last.isFocused == isFocused, last.scene == scene { return }
        panes.cursor = nil
        scene.draw(pane, in: rect, isFocused: isFocused, into: &panes)
        drawn[pane] = DrawnPane(
            scene: scene,
            rect: rect,
            isFocused: isFocused,
            cursor: panes.cursor
        )
    }
}

/// A pane that stands on the grid, and all that it was drawn from.
private struct DrawnPane {
    var scene: DeskState
    var rect: Rect
    var isFocused: Bool
    var cursor: Point?
}
