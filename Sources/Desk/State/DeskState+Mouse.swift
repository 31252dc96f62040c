import Screen

// The mouse is welcome and never needed.
extension DeskState {
    /// A press gives a pane the focus; the wheel moves in the pane under it.
    mutating func take(_ mouse: MouseEvent) -> [DeskEffect] {
        guard mode == .panes, fullView == nil,
            let pane = Pane.allCases.first(where: { layout[$0]?.contains(mouse.point) == true })
        else { return [] }
        if focus != pane { moveFocus(to: pane) }
        switch mouse.action {
        case .press: break
        case .wheelUp: move(.lines(-Self.wheelLines))
        case .wheelDown: move(.lines(Self.wheelLines))
        }
        return []
    }

    private static let wheelLines = 3
}
