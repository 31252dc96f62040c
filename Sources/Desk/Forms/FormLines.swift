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

    private var glyphs: Glyphs { desk.glyphs }

    var content: PaneContent {
        var content = PaneContent(note: note)
        content.footnote = "your text is kept if you leave"
        let above = introduction
        let below = remarks
        content.lines = above
        for (index, field) in form.fields.enumerated() {
            let others = form.fields.count - 1 + above.count + below.count
            add(field, index, others: others, to: &content)
        }
        content.lines += below
        return content
    }

    private var note: String {
        switch form.purpose {
        case .answer: desk.questionCard?.question.propertyName ?? ""
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
        guard let card = desk.questionCard else { return [plain("Reading the question…", .muted)] }
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

    /// What the fields come to.
    var remarks: [Line] {
        var lines: [Line] = []
        if let check = BookingCheck(form, desk) { lines += remarks(of: check) }
        if case .answer = form.purpose { lines += similar }
        lines += emailRemarks
        if case .office(let purpose) = form.purpose {
            let remarks = desk.remarks(on: form, purpose)
            if !remarks.isEmpty { lines.append(Line(room: room)) }
            lines += remarks.map { plain($0.words, $0.role) }
        }
        if let problem = form.problem {
            lines += DisplayText(outside: "\(glyphs.cross) \(problem)")
                .wrapped(width: max(1, room - 2)).prefix(3).map { indented($0, .problem) }
        }
        if form.sending != nil { lines.append(plain("keeping it…", .muted)) }
        return lines
    }

    private func remarks(of check: BookingCheck) -> [Line] {
        guard let meaning = check.meaning else {
            return [Line(room: room), plain(examples, .muted)]
                + offers("next free:", check.offers)
        }
        var lines = [Line(room: room), plain(meaning, .accent)]
        guard check.slot != nil else { return lines }
        guard check.isChecked else { return lines + [plain("reading the calendar…", .muted)] }
        // What the bar shows is heard as the sentences below it.
        if !desk.options.isLinear, let bar = DayBar(check, desk, room: room) { lines += bar.lines }
        for obstacle in check.obstacles.prefix(3) {
            let sign = obstacle.forbids ? glyphs.cross : "!"
            lines.append(plain("\(sign) \(obstacle.words)", obstacle.forbids ? .problem : .waiting))
        }
        if check.obstacles.isEmpty {
            lines.append(plain("\(glyphs.check) free", .good))
            lines += offers("nearest free:", form.offered)
        } else if !check.offers.isEmpty {
            lines += offers("nearest free:", check.offers)
        } else if !check.obstacles.contains(where: \.forbids), !check.obstacles.isEmpty {
            lines.append(plain("\(desk.key(.sendAnyway)) does it all the same", .muted))
        }
        return lines
    }

    /// What may be typed for a time.
    private var examples: String {
        form.purpose.movedFrom == nil
            ? "tue 3pm, tomorrow 10:30, 12/4 14:00, +2h"
            : "tue 3pm, tomorrow 10:30, 12/4 14:00; +1h is an hour after its present time"
    }

    /// What an email's keys and times mean.
    private var emailRemarks: [Line] {
        switch form.purpose {
        case .email where form.focused?.label == "template":
            [plain("Left Right take a template; yours are in the folder templates", .muted)]
        case .email, .editEmail, .schedule:
            [
                plain(
                    form.filled("send at") == nil
                        ? "now, tomorrow 9am, mon 10:30; without a time it stays a draft"
                        : "\(desk.key(.send)) keeps it; the platform sends it then",
                    .muted
                )
            ]
        case .answer, .book, .move, .cancel, .complete, .note, .call, .followUp, .office: []
        }
    }

    /// Free times, the one that was taken marked.
    private func offers(_ title: String, _ offers: [BookingCheck.Offer]) -> [Line] {
        guard !offers.isEmpty else { return [] }
        var line = plain(desk.key(.pickFree), .key)
        line.add(DisplayText(outside: "  \(title)"), .muted)
        for offer in offers {
            let isTaken = offer.typed == form.text("when")
            let start = line.width
            line.add(DisplayText(outside: isTaken ? " \(glyphs.selected)" : "  "), .selected)
            line.add(DisplayText(outside: offer.words), isTaken ? .selected : .text)
            line.aim(at: .freeTime(offer.typed), from: start)
        }
        return [line]
    }

    private var similar: [Line] {
        guard let answers = desk.questionCard?.similar, !answers.isEmpty else { return [] }
        let rule = String(repeating: glyphs.rule, count: 2)
        return [plain("\(rule) answers like it \(rule) \(desk.key(.formTab)) takes one", .muted)]
            + answers.prefix(3).enumerated().map { index, answer in
                var line = Line(room: room)
                line.aim(at: .answer(index))
                line.add(DisplayText(outside: "\(answer.likeness) %"), rightColumn: 6, .muted)
                line.add(.blanks(2))
                line.add(DisplayText(outside: answer.question), column: max(8, room / 3), .text)
                line.add(.blanks(1))
                line.add(DisplayText(outside: answer.answer), .quote)
                return line
            }
    }

    private func plain(_ words: String, _ role: Role) -> Line {
        indented(DisplayText(outside: words), role)
    }

    private func indented(_ text: DisplayText, _ role: Role) -> Line {
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
