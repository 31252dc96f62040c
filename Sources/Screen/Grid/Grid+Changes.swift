extension Grid {
    /// Calls `body` with every cell that another grid does not have in the same place, line by line
    /// from the upper left; with all of them where there is none or it has another size.
    ///
    /// It looks at a frame's thousands of cells where their type is known: compared from another
    /// module, each would cost a call or two.
    package func forEachChange(
        since other: Grid?,
        _ body: (_ cell: Cell, _ x: Int, _ y: Int) -> Void
    ) {
        guard let other, other.width == width, other.height == height else {
            for (index, cell) in cells.enumerated() { body(cell, index % width, index / width) }
            return
        }
        cells.withUnsafeBufferPointer { new in
            other.cells.withUnsafeBufferPointer { old in
                for y in 0..<height {
                    let line = y * width
                    for x in 0..<width where new[line + x] != old[line + x] {
                        body(new[line + x], x, y)
                    }
                }
            }
        }
    }
}
