import Model
import Screen

/// Draws a form: its fields, what is known around them, and what stands in the way.
struct FormLines {
    let desk: DeskState
    let form: Form
    let room: Int
    let height: Int

    /// Columns of the labels.
    static let labels = 10
    /// The column at which what is typed begins, behind mark and label.
    static let fieldStart = 3 + labels
    /// Columns left and right of a text of several lines.
    static let margin = 1

    var glyphs: Glyphs { desk.glyphs }

    var content: PaneContent {
        var content = PaneContent(note: note)
        content.footnote = "your text is kept if you leave"
        let above = introduction
        let below = remarks
        let last = verdict
        content.lines = above
        /// The line that has the keys.
        var hand = 0
        for (index, field) in form.fields.enumerated() {
            let others = form.fields.count - 1 + above.count + below.count + last.count
            add(field, index, others: others, to: &content)
            if index == form.focus { hand = content.cursor?.y ?? content.lines.count - 1 }
        }
        content.lines += below
        content.narrow(to: max(1, height - last.count), around: hand)
        content.lines += last
        return content
    }

    private var note: String {
        switch form.purpose {
        case .answer: desk.questionCard(of: form)?.question.propertyName ?? ""
        case .book(let property, _): desk.property(property)?.name ?? ""
        case .move(let tour), .cancel(let tour), .complete(let tour): tour.propertyName
        case .note, .call, .followUp, .email: form.lead?.displayName ?? ""
        case .editEmail(let row), .schedule(let row): row.lead ?? ""
        case .office(let form): form.note
        }
    }

    /// What the form is about.
    var introduction: [Line] {
        switch form.purpose {
        case .answer: question
        case .move(let tour), .cancel(let tour), .complete(let tour):
            [
                plain(
                    "\(tour.prospect) \(glyphs.separator) \(time(of: tour))",
                    .name
                ), Line(room: room),
            ]
        case .schedule(let row): [plain(row.letter.subject, .name), Line(room: room)]
        case .book, .note, .call, .followUp, .email, .editEmail: []
        case .office(let purpose): purpose.introduction.map { plain($0, .name) }
        }
    }

    private func time(of tour: TourRow) -> String {
        let today = desk.zone(of: tour.property).local(desk.now).date
        let zone = desk.zoneEnding(of: tour.property, at: tour.start)
        return Words.time(tour.localStart, from: today) + zone
    }

    private var question: [Line] {
        guard let card = desk.questionCard(of: form) else {
            return [plain("Reading the question…", .muted)]
        }
        let asked = card.question.askers == 1 ? "1 asked" : "\(card.question.askers) asked"
        var lines = DisplayText(outside: card.question.text).wrapped(width: max(1, room - 2))
            .prefix(3).map { indented($0, .name) }
        let since = card.question.askedAt.map {
            ", since \(Words.short(max(.zero, desk.now.since($0))))"
        }
        lines.append(plain("\(asked)\(since ?? "")", .muted))
        for message in card.talk.suffix(height > 24 ? 4 : 2) {
            let sender = message.sender == .visitor ? "Visitor" : "Bot"
            let text = DisplayText(outside: "\(sender)  \(message.text)").fitted(to: room - 2)
            lines.append(indented(text, message.sender == .visitor ? .quote : .muted))
        }
        return lines + [Line(room: room)]
    }

    private func add(
        _ field: FormField,
        _ index: Int,
        others: Int,
        to content: inout PaneContent
    ) {
        let isFocused = index == form.focus
        if case .text(let editor) = field.kind {
            let rows = max(2, min(height - others, 12))
            let window = editor.window(width: room - 2 * Self.margin, height: rows)
            if isFocused {
                content.cursor = Point(
                    x: window.cursor.x + Self.margin,
                    y: window.cursor.y + content.lines.count
                )
            }
            for row in 0..<max(rows, window.lines.count) {
                let isText = window.lines.indices.contains(row)
                var line = isText ? indented(window.lines[row], .field) : Line(room: room)
                line.aim(at: .text(field: index, row: window.top + row))
                content.lines.append(line)
            }
            return
        }
        var line = Line(room: room)
        let marker = isFocused ? " \(glyphs.selected) " : "   "
        line.add(DisplayText(outside: marker), .selected)
        line.add(DisplayText(outside: field.label), column: Self.labels, .muted)
        switch field.kind {
        case .line(let text):
            let shown = desk.shown(text, room: room - line.width)
            if isFocused {
                content.cursor = Point(x: line.width + shown.cursor, y: content.lines.count)
            }
            line.add(shown.text, .field)
        case .choice:
            line.add(DisplayText(outside: field.text), isFocused ? .selected : .text)
            if isFocused { line.add(DisplayText(outside: "   Left Right change it"), .muted) }
        case .toggle(let isOn):
            line.add(DisplayText(outside: isOn ? "[x] yes" : "[ ] no"), column: 9, .text)
            line.add(DisplayText(outside: toggleWords(field.label, isOn)), .muted)
        case .text: break
        }
        line.aim(at: .field(index))
        content.lines.append(line)
    }

    /// What a switch of an answer comes to, and its key: one has no need to go to its line.
    private func toggleWords(_ label: String, _ isOn: Bool) -> String {
        guard case .answer = form.purpose else { return "" }
        return switch (label, isOn) {
        case ("publish", true): "the chatbot knows it then; \(desk.key(.togglePublish)) changes it"
        case ("publish", false): "it is told once; \(desk.key(.togglePublish)) changes it"
        case ("email", true): "a draft to who left one; \(desk.key(.toggleEmail)) changes it"
        case ("email", false): "no draft to anybody; \(desk.key(.toggleEmail)) changes it"
        default: ""
        }
    }

    func plain(_ words: String, _ role: Role) -> Line {
        indented(DisplayText(outside: words), role)
    }

    func indented(_ text: DisplayText, _ role: Role) -> Line {
        var line = Line(room: room)
        line.pad(to: Self.margin)
        line.add(text, role)
        return line
    }
}

extension DeskState {
    /// Where the box of a form stands.
    func formRect(_ form: Form) -> Rect {
        let boxWidth = min(width - 4, 100)
        let hasText = form.fields.contains { if case .text = $0.kind { true } else { false } }
        let wanted = hasText ? 26 : form.fields.count + (form.purpose.property == nil ? 12 : 15)
        let boxHeight = min(height - 2, wanted)
        return Rect(
            x: (width - boxWidth) / 2,
            y: max(1, (height - boxHeight) / 3),
            width: boxWidth,
            height: boxHeight
        )
    }

    /// Columns of a text of several lines.
    var formTextWidth: Int {
        guard let form else { return 1 }
        return max(1, formRect(form).inner.width - 2 * FormLines.margin)
    }
}
