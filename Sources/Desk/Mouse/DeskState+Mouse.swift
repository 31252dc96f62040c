import Model
import Screen

// The mouse is welcome and never needed.
extension DeskState {
    /// Takes a press or a turn of the wheel.
    ///
    /// A press gives a pane the focus, selects the row under it, and opens the row that was
    /// selected; a hint of the footer runs its command. The wheel moves in what is under it.
    mutating func take(_ mouse: MouseEvent) -> [DeskEffect] {
        guard !options.isLinear, !layout.panes.isEmpty else { return [] }
        // What is pressed is what is seen there: a sentence covers the hints.
        let hidesHints = footerSentence != nil
        notice = nil
        begun = []
        early = nil
        if mouse.action == .press, mouse.point.y == height - 1 {
            return hidesHints ? [] : pressFooter(mouse.point)
        }
        switch mode {
        case .panes, .typing:
            guard let fullView else { return takeInPanes(mouse) }
            guard let lines = mouse.action.lines else { return press(at: mouse.point) }
            move(.lines(lines), in: fullView)
        case .choosing(let menu): return take(mouse, in: menu)
        case .attention:
            guard let lines = mouse.action.lines else { return press(at: mouse.point) }
            attention.move(by: lines.signum())
        case .form:
            guard let lines = mouse.action.lines else { return press(at: mouse.point) }
            return turnWheelInForm(by: lines)
        case .grabbing:
            guard let lines = mouse.action.lines else { return [] }
            return runInGrab(lines < 0 ? .grabUp : .grabDown)
        }
        return []
    }

    private mutating func press(at point: Point) -> [DeskEffect] {
        target(at: point).map { press($0.target, column: $0.column) } ?? []
    }

    mutating func toggleMouse() -> [DeskEffect] {
        isMouseOn.toggle()
        let sentence =
            isMouseOn
            ? "The mouse is the desk's now; with Shift it is the terminal's: mark and copy as ever."
            : "The mouse is the terminal's again."
        notice = Notice(text: sentence)
        return [.useMouse(isMouseOn)]
    }

    private mutating func pressFooter(_ point: Point) -> [DeskEffect] {
        guard let hint = footerHints.first(where: { $0.columns.contains(point.x) }),
            let command = commands.command(hint.id)
        else { return [] }
        return run(command)
    }

    private mutating func takeInPanes(_ mouse: MouseEvent) -> [DeskEffect] {
        let point = mouse.point
        if layout.tabs?.y == point.y, mouse.action == .press {
            if let tab = tabs.first(where: { $0.columns.contains(point.x) }) {
                moveFocus(to: tab.pane)
            }
            return []
        }
        guard let pane = Pane.allCases.first(where: { layout[$0]?.contains(point) == true }),
            let rect = layout[pane]?.inner
        else { return [] }
        let hadFocus = focus == pane
        if !hadFocus { moveFocus(to: pane) }
        if let lines = mouse.action.lines {
            move(.lines(lines))
            return []
        }
        if pane == .tours { return pressTours(point, mayOpen: hadFocus) }
        return pressRow(point.y - rect.y, of: pane, rect, mayOpen: hadFocus)
    }

    /// A press that gave the pane the focus opens nothing yet.
    private mutating func pressTours(_ point: Point, mayOpen: Bool) -> [DeskEffect] {
        guard let (target, column) = target(at: point) else { return [] }
        return mayOpen || !isSelected(target) ? press(target, column: column) : []
    }

    /// Selects the row at a line of a list; its rows are as tall as the selected one.
    private mutating func pressRow(
        _ line: Int,
        of pane: Pane,
        _ rect: Rect,
        mayOpen: Bool
    ) -> [DeskEffect] {
        let content: PaneContent
        switch pane {
        case .leads: content = leadsContent(width: rect.width, height: rect.height)
        case .questions: content = questionsContent(width: rect.width, height: rect.height)
        case .conversation, .tours: return []
        }
        let lines = content.lines
        guard lines.indices.contains(line), let first = lines.firstIndex(where: \.isSelected) else {
            return []
        }
        let tall = lines[first...].prefix(while: \.isSelected).count
        // The line that one types into, above the rows, is none of them.
        let above = first % tall
        guard line >= above + fieldLines(in: pane, kept: kept(in: pane), room: rect.width).count
        else { return [] }
        let rows = (line - above) / tall - (first - above) / tall
        guard rows == 0 else {
            move(.lines(rows))
            return []
        }
        guard mayOpen, let command = commands.command(pane == .leads ? .openLead : .openQuestion)
        else { return [] }
        return run(command)
    }

    /// What narrows a pane's rows.
    private func kept(in pane: Pane) -> String {
        switch pane {
        case .leads: leads.filterText
        case .questions: questions.query.words
        case .conversation, .tours: ""
        }
    }

    private mutating func take(_ mouse: MouseEvent, in menu: Menu) -> [DeskEffect] {
        let rect = menuRect(menu)
        guard rect.contains(mouse.point) else {
            return mouse.action == .press ? closeMenu() : []
        }
        if let lines = mouse.action.lines { return moveWhileTyping(by: lines) }
        let inner = rect.inner
        let lines = menuContent(menu, width: inner.width, height: inner.height).lines
        let line = mouse.point.y - inner.y
        // The first line is typed into; what the choice does stands below the list.
        guard let here = lines.firstIndex(where: \.isSelected), line > 0 else { return [] }
        let selection = menu.selection + line - here
        guard choices(of: menu).indices.contains(selection), line <= lines.count - belowList(menu)
        else { return [] }
        return selection == menu.selection
            ? choose() : moveWhileTyping(by: selection - menu.selection)
    }

    /// Lines below the rows of a menu, at most.
    private func belowList(_ menu: Menu) -> Int {
        switch menu.kind {
        case .help, .palette, .listing: 2
        case .themes, .stages, .agents, .filters, .links, .copying: 0
        }
    }
}

extension MouseEvent.Action {
    /// How far a turn of the wheel moves; nil for a press.
    var lines: Int? {
        switch self {
        case .press: nil
        case .wheelUp: -3
        case .wheelDown: 3
        }
    }
}
