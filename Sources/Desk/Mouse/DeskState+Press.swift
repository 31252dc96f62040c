import Model
import Screen

// What a press of the mouse on a row, a field or a day does.
extension DeskState {
    /// What is drawn at a point, with the point inside of what it is drawn in; nil where nothing
    /// can be pressed.
    func target(at point: Point) -> (target: Target, column: Int)? {
        guard let (content, rect) = pressable(at: point), rect.contains(point) else { return nil }
        let line = point.y - rect.y
        guard content.lines.indices.contains(line) else { return nil }
        let column = point.x - rect.x
        return content.lines[line].target(at: column).map { ($0, column) }
    }

    /// What has the mouse at a point, and where it is drawn.
    private func pressable(at point: Point) -> (PaneContent, Rect)? {
        switch mode {
        case .form(let form):
            let rect = formRect(form).inner
            let lines = FormLines(desk: self, form: form, room: rect.width, height: rect.height)
            return (lines.content, rect)
        case .attention:
            let rect = fullRect.inner
            return (attentionContent(width: rect.width, height: rect.height), rect)
        case .panes, .typing:
            if let fullView { return pressable(in: fullView) }
            guard let rect = layout[.tours]?.inner else { return nil }
            return (toursContent(width: rect.width, height: rect.height), rect)
        case .choosing, .grabbing: return nil
        }
    }

    private func pressable(in view: FullView) -> (PaneContent, Rect)? {
        switch view {
        case .email:
            let rect = EmailLayout(fullRect).list.inner
            return (emailList(width: rect.width), rect)
        case .insights: return (insightsContent, fullRect.inner)
        case .shift: return (shiftContent, fullRect.inner)
        case .report, .status: return nil
        }
    }

    /// Selects what was pressed, or opens it where it is selected.
    mutating func press(_ target: Target, column: Int) -> [DeskEffect] {
        switch target {
        case .tour(let id): return pick(.tour(id))
        case .request(let id): return pick(.request(id))
        case .day(let day):
            if day == tours.day(today: today) { return run(named: .openTour) }
            tours.look(at: day, today: today)
        case .email(let id):
            if id == emails.selected?.id { return run(named: .openEmailLead) }
            emails.select(id, rows: emailRows)
        case .emailFilter(let filter): emails.show(filter)
        case .refused(let id):
            if id == attention.selected?.id { return run(named: .editRefused) }
            attention.select(id)
        case .shift(let row):
            if row == shift.selected { return run(named: .openShiftRow) }
            shift.select(row)
        case .metric(let column): insights.choose(column)
        case .field, .text, .freeTime, .answer: return pressInForm(target, column)
        }
        return []
    }

    /// The wheel in a form: lines of a text, else another choice.
    mutating func turnWheelInForm(by lines: Int) -> [DeskEffect] {
        guard let form else { return [] }
        switch form.focused?.kind {
        case .choice: return moveSidewaysInForm(by: lines < 0 ? -1 : 1)
        case .text:
            let width = formTextWidth
            return changeForm { form in
                form.edit {
                    $0.change(line: { _ in }, text: { $0.move(rows: lines, width: width) })
                }
            }
        case .line, .toggle, nil: return moveInForm(by: lines < 0 ? -1 : 1)
        }
    }

    /// Whether a press would open it.
    func isSelected(_ target: Target) -> Bool {
        switch target {
        case .tour(let id): tours.selected == .tour(id)
        case .request(let id): tours.selected == .request(id)
        case .day(let day): day == tours.day(today: today)
        case .email(let id): id == emails.selected?.id
        case .refused(let id): id == attention.selected?.id
        case .shift(let row): row == shift.selected
        case .emailFilter, .field, .text, .freeTime, .answer, .metric: false
        }
    }

    private mutating func run(named id: CommandID) -> [DeskEffect] {
        commands.command(id).map { run($0) } ?? []
    }

    private mutating func pick(_ entry: TourEntry) -> [DeskEffect] {
        if tours.selected == entry { return run(named: .openTour) }
        tours.select(entry, rows: tourRows)
        return []
    }

    private mutating func pressInForm(_ target: Target, _ column: Int) -> [DeskEffect] {
        switch target {
        case .field(let index): return pressField(index, column)
        case .text(let index, let row):
            let width = formTextWidth
            return changeForm { form in
                form.focus = index
                form.edit { field in
                    field.change(
                        line: { _ in },
                        text: { editor in
                            let place = editor.rows(width: width)
                                .cursor(row: row, column: max(0, column - FormLines.margin))
                            editor.move(to: place)
                        }
                    )
                }
            }
        case .freeTime(let typed):
            guard let check = form.flatMap({ BookingCheck($0, self) }) else { return [] }
            return changeForm { form in
                let offers =
                    form.offered.contains { $0.typed == typed } ? form.offered : check.offers
                form.edit("when") { $0.replace(with: typed) }
                form.offered = offers
            }
        case .answer(let index):
            let similar = form.map(answersLikeIt) ?? []
            guard similar.indices.contains(index) else { return [] }
            return changeForm { $0.take(index, of: similar) }
        // `press` sends no other here.
        default: return []
        }
    }

    /// Gives a field the keys; a second press takes another choice, or turns it on or off.
    private mutating func pressField(_ index: Int, _ column: Int) -> [DeskEffect] {
        guard let form, form.fields.indices.contains(index) else { return [] }
        guard index == form.focus else { return changeForm { $0.focus = index } }
        switch form.fields[index].kind {
        case .choice, .toggle: return moveSidewaysInForm(by: 1)
        case .line(let text):
            let room = formRect(form).inner.width - FormLines.fieldStart
            let place = place(in: text, at: column - FormLines.fieldStart, room: room)
            return changeForm { form in
                form.edit { $0.change(line: { $0.move(to: place) }, text: { _ in }) }
            }
        case .text: return []
        }
    }
}
