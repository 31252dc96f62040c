package import Screen

extension DeskState {
    /// The whole screen, drawn anew; it reads nothing but this state.
    package func view() -> Grid {
        var painter = DeskPainter()
        return painter.frame(of: self)
    }

    /// The whole screen, on the panes that are handed in.
    func drawn(on panes: Grid) -> Grid {
        var grid = panes
        let layout = layout
        guard !layout.panes.isEmpty else {
            drawTooSmall(into: &grid)
            return grid
        }
        if let lock {
            drawLock(lock, into: &grid)
            return grid
        }
        grid.draw(headerLine(), x: 0, y: 0)
        if let fullView {
            draw(fullView, into: &grid)
        } else if let tabs = layout.tabs {
            grid.draw(tabsLine(), x: tabs.x, y: tabs.y)
        }
        grid.draw(footed.footerLine(), x: 0, y: height - 1)
        drawTutorial(into: &grid)
        switch mode {
        case .choosing(let menu): draw(menu, into: &grid)
        case .form(let form): draw(form, into: &grid)
        case .attention: drawAttention(into: &grid)
        case .panes, .typing, .grabbing: break
        }
        drawFollowing(into: &grid)
        return grid
    }

    /// The panes that are seen, with the places where they stand; none while something hides all.
    var panesInSight: [Pane: Rect] { lock == nil && fullView == nil ? layout.panes : [:] }

    func draw(_ pane: Pane, in rect: Rect, isFocused: Bool, into grid: inout Grid) {
        let inner = rect.inner
        var content = content(of: pane, width: inner.width, height: inner.height)
        if isStale { content.lines = content.lines.map { $0.with(.stale) } }
        let title = "\(pane.rawValue) \(pane.title)"
        draw(content, title, in: rect, isFocused: isFocused, into: &grid)
    }

    private func draw(_ menu: Menu, into grid: inout Grid) {
        let rect = menuRect(menu)
        let content = menuContent(menu, width: rect.inner.width, height: rect.inner.height)
        draw(content, menuTitle(menu), in: rect, isFocused: true, into: &grid)
    }

    private func draw(_ form: Form, into grid: inout Grid) {
        let rect = formRect(form)
        let inner = rect.inner
        let lines = FormLines(desk: self, form: form, room: inner.width, height: inner.height)
        draw(lines.content, form.purpose.title, in: rect, isFocused: true, into: &grid)
    }

    private func drawAttention(into grid: inout Grid) {
        let rect = Rect(x: 0, y: 1, width: width, height: max(2, height - 2))
        let content = attentionContent(width: rect.inner.width, height: rect.inner.height)
        draw(content, "Needs attention", in: rect, isFocused: true, into: &grid)
    }

    /// Whether something lies over the panes that has the keys.
    var isCovered: Bool {
        switch mode {
        case .panes, .typing, .grabbing: false
        case .choosing, .form, .attention: true
        }
    }

    private func content(of pane: Pane, width: Int, height: Int) -> PaneContent {
        switch pane {
        case .leads: leadsContent(width: width, height: height)
        case .conversation: conversationContent(width: width, height: height)
        case .questions: questionsContent(width: width, height: height)
        case .tours: toursContent(width: width, height: height)
        }
    }

    private func drawTooSmall(into grid: inout Grid) {
        let words = "Foyer needs \(DeskLayout.smallestWidth)x\(DeskLayout.smallestHeight)."
        let more = "This is \(width)x\(height). Nothing is lost; make it larger."
        for (index, sentence) in [words, more].enumerated() where index < height {
            grid.draw(Line(DisplayText(outside: sentence), .text, room: width), x: 0, y: index)
        }
    }
}
