import Model
import Screen

// What is said below the fields of a form.
extension FormLines {
    /// What the fields come to.
    var remarks: [Line] {
        var lines: [Line] = []
        if let check = BookingCheck(form, desk) { lines += remarks(of: check) }
        if case .answer = form.purpose { lines += similar }
        lines += timeRemarks
        if case .office(let purpose) = form.purpose {
            let remarks = desk.remarks(on: form, purpose)
            if !remarks.isEmpty { lines.append(Line(room: room)) }
            lines += remarks.map { plain($0.words, $0.role) }
        }
        return lines
    }

    /// What came of sending it, which is always seen: below the fields on the last lines.
    var verdict: [Line] {
        if form.sending != nil { return [plain("keeping it…", .muted)] }
        guard let problem = toldProblem else { return [] }
        return DisplayText(outside: "\(glyphs.cross) \(problem)")
            .wrapped(width: max(1, room - 2)).prefix(3).map { indented($0, .problem) }
    }

    /// Why it could not be done, with the name of who is in the way where that is known here.
    private var toldProblem: String? {
        guard let problem = form.problem else { return nil }
        let obstacles = BookingCheck(form, desk)?.obstacles ?? []
        let told = obstacles.first { isTold($0.words) }?.words ?? ""
        return told.hasPrefix(problem) ? told : problem
    }

    /// Whether the problem says it already.
    private func isTold(_ obstacle: String) -> Bool {
        form.problem?.hasPrefix(obstacle.prefix { $0 != "." }) == true
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
        for obstacle in check.obstacles.prefix(3) where !isTold(obstacle.words) {
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

    /// What the time of a follow-up or an email means, and what helps in the field at hand.
    private var timeRemarks: [Line] {
        switch form.purpose {
        case .followUp:
            return [Line(room: room)]
                + (meaning("when", before: "") ?? [plain(examples, .muted)])
        case .email, .editEmail, .schedule:
            if let meaning = meaning("send at", before: "goes out ") { return meaning }
            let hint: String? =
                switch form.focused?.label {
                case "template": "Left Right take a template; yours are in the folder templates"
                case "send at": "now, tomorrow 9am, mon 10:30; without a time it stays a draft"
                default: nil
                }
            return hint.map { [plain($0, .muted)] } ?? []
        case .answer, .book, .move, .cancel, .complete, .note, .call, .office: return []
        }
    }

    /// What a time means that is typed; nil where none is.
    private func meaning(_ label: String, before: String) -> [Line]? {
        guard let time = desk.typedTime(label, of: form) else { return nil }
        let isRead = time.meaning != TypedTime.unread.meaning
        var lines = [plain((isRead ? before : "") + time.meaning, .accent)]
        let past = FormProblem.past.words
        if time.isPast, !isTold(past) { lines.append(plain("\(glyphs.cross) \(past)", .problem)) }
        return lines
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
        let answers = desk.answersLikeIt(form)
        guard !answers.isEmpty else { return [] }
        let rule = String(repeating: glyphs.rule, count: 2)
        let hint = "\(desk.key(.formTab)) takes one, yours comes last"
        return [plain("\(rule) answers like it \(rule) \(hint)", .muted)]
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
}
