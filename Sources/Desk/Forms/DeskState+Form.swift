import Model

// Keys while a form is filled in.
extension DeskState {
    var form: Form? { if case .form(let form) = mode { form } else { nil } }

    /// Changes the form; what is typed is kept on disk with every key.
    mutating func changeForm(_ change: (inout Form) -> Void) -> [DeskEffect] {
        guard case .form(var form) = mode, form.sending == nil else { return [] }
        let before = form.drafts
        let template = form.choice("template")
        change(&form)
        if form.choice("template") != template { takeTemplate(in: &form) }
        mode = .form(form)
        return keep(form.drafts.filter { before[$0.key] != $0.value })
    }

    /// Keeps unfinished texts on disk.
    mutating func keep(_ texts: [String: String]) -> [DeskEffect] {
        texts.sorted { $0.key < $1.key }.map { name, text in
            drafts[name] = text.isEmpty ? nil : text
            return .keepDraft(name: name, text: text)
        }
    }

    /// Forgets the unfinished texts of a form that is finished.
    mutating func forgetDrafts(of form: Form) -> [DeskEffect] {
        keep(form.drafts.filter { drafts[$0.key] != nil }.mapValues { _ in "" })
    }

    /// Enter: a line break in a text, else the next field, and behind the last one it is sent.
    mutating func enterInForm() -> [DeskEffect] {
        guard let form else { return [] }
        if case .text = form.focused?.kind { return changeForm { $0.edit { $0.insert("\n") } } }
        if form.focus == form.fields.count - 1 { return sendForm(confirmed: false) }
        return changeForm { $0.moveFocus(by: 1) }
    }

    /// Up and down: lines of a text, else fields.
    mutating func moveInForm(by step: Int) -> [DeskEffect] {
        let width = formTextWidth
        guard let form else { return [] }
        guard case .text = form.focused?.kind else {
            return changeForm { $0.moveFocus(by: step) }
        }
        return changeForm { form in
            form.edit { field in
                field.change(
                    line: { _ in },
                    text: { step < 0 ? $0.moveUp(width: width) : $0.moveDown(width: width) }
                )
            }
        }
    }

    /// Left and right: the cursor, or another choice.
    mutating func moveSidewaysInForm(by step: Int) -> [DeskEffect] {
        changeForm { form in
            form.edit { field in
                field.turn(by: step)
            }
            form.edit { field in
                field.change(
                    line: { step < 0 ? $0.moveLeft() : $0.moveRight() },
                    text: { step < 0 ? $0.moveLeft() : $0.moveRight() }
                )
            }
        }
    }

    mutating func eraseInForm(_ id: CommandID) -> [DeskEffect] {
        changeForm { form in
            form.edit { field in
                field.change(
                    line: {
                        switch id {
                        case .eraseWord: $0.eraseWord()
                        case .eraseAll: $0.eraseAll()
                        default: $0.eraseLeft()
                        }
                    },
                    text: {
                        switch id {
                        case .eraseWord: $0.eraseWordLeft()
                        case .eraseAll: $0.eraseToLineStart()
                        default: $0.eraseLeft()
                        }
                    }
                )
            }
        }
    }

    /// Tab: takes the next answer like it where one answers, else goes to the next field.
    mutating func tabInForm() -> [DeskEffect] {
        guard let form else { return [] }
        let similar = answersLikeIt(form)
        guard !similar.isEmpty else { return changeForm { $0.moveFocus(by: 1) } }
        return changeForm { form in
            // Behind the last one comes what was typed before the first.
            let next = form.place(among: similar).map { $0 + 1 } ?? 0
            let isTyped = next >= similar.count && !form.keepingTyped(similar).isEmpty
            form.take(isTyped ? nil : next % similar.count, of: similar)
        }
    }

    /// Answers of the property to questions like that which the form answers; none where it answers
    /// none.
    func answersLikeIt(_ form: Form) -> [SimilarAnswer] { questionCard(of: form)?.similar ?? [] }

    mutating func toggleInForm(_ label: String) -> [DeskEffect] {
        changeForm { form in
            form.edit(label) { $0.turn(by: 1) }
        }
    }

    /// Leaves the form; what was typed into a long text is kept.
    mutating func leaveForm() {
        // What becomes of it is told to the form: one that is gone would open again unsent.
        guard form?.sending == nil else {
            notice = Notice(text: "It is being kept; one moment.")
            return
        }
        if let form, form.drafts.keys.contains(where: { drafts[$0] != nil }) {
            notice = Notice(text: "Your text is kept.")
        }
        mode = .panes
    }

    /// Sends what the form says, where it can be said.
    mutating func sendForm(confirmed: Bool) -> [DeskEffect] {
        guard case .form(var form) = mode, form.sending == nil else { return [] }
        do throws(FormProblem) {
            let isChoosing = form.isDoubleTold
            if isChoosing {
                form.isDoubleTold = false
                form.isLater = confirmed
            }
            let intent = try intent(of: form, confirmed: confirmed && !isChoosing)
            form.sending = intent
            form.problem = nil
            mode = .form(form)
            return [.write(intent)]
        } catch {
            form.problem = error.words
            form.isDoubleTold = error.isDouble
            mode = .form(form)
            return []
        }
    }

    /// Takes the next of the free times that are offered.
    mutating func pickFree() -> [DeskEffect] {
        if grab != nil {
            pickFreeForGrab()
            return []
        }
        guard let form, let check = BookingCheck(form, self) else { return [] }
        let typed = form.text("when")
        // Those among which one was taken stay until something else is typed.
        let isTaken = form.offered.contains { $0.typed == typed }
        let offers = isTaken ? form.offered : check.offers
        guard !offers.isEmpty else { return [] }
        let next = offers.firstIndex { $0.typed == typed }.map { ($0 + 1) % offers.count } ?? 0
        return changeForm { form in
            form.edit("when") { $0.replace(with: offers[next].typed) }
            form.offered = offers
        }
    }
}

/// Why a form cannot be sent, in a sentence.
struct FormProblem: Error, Equatable {
    var words: String
    /// Whether it is that the clock shows the time twice, so that one is to be chosen.
    var isDouble = false

    /// The time lies behind, in the words that a tour's has.
    static let past = FormProblem(words: BookingObstacle.past.words(in: .utc))
}
