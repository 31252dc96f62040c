import Model
import Screen

// Hiding renters from who passes by at the counter.
extension DeskState {
    /// Covers all that is a renter's on this screen, or shows it again.
    mutating func toggleMask() {
        isMasked.toggle()
        notice =
            isMasked
            ? Notice(text: "Renters are hidden on this screen; \(key(.mask)) shows them.") : nil
    }

    /// Nothing leaves a covered desk for the clipboard, where it could be pasted for all to see.
    mutating func refusesCopy() -> Bool {
        guard isMasked else { return false }
        notice = Notice(
            text: "Nothing is copied while renters are hidden; \(key(.mask)) shows them."
        )
        return true
    }

    private var veil: Veil {
        if options.isLinear { return Veil(shapes: .words) }
        return Veil(shapes: options.isASCII ? .ascii : .unicode)
    }

    /// The desk as it is drawn and said: itself, or under a veil.
    ///
    /// Only for looking at: what keys do is decided by the desk itself.
    var covered: DeskState {
        guard isMasked, lock == nil else { return self }
        let veil = veil
        var desk = self
        desk.leads.cover(with: veil)
        desk.conversation.cover(with: veil)
        desk.questions.cover(with: veil)
        desk.tours.cover(with: veil)
        desk.emails.cover(with: veil)
        desk.shift.cover(with: veil)
        desk.attention.page?.rows = attention.rows.map(veil.refused)
        desk.questionCard = questionCard.map(veil.question)
        desk.booking = booking.map(veil.booking)
        desk.office.knowledge?.rows = (office.knowledge?.rows ?? []).map(veil.knowledge)
        desk.office.absence = office.absence.map(veil.absence)
        desk.office.duplicates?.pairs = (office.duplicates?.pairs ?? []).map(veil.pair)
        desk.office.visits?.visits = (office.visits?.visits ?? []).map(veil.visit)
        // None is drawn, and what a menu takes of them is covered with its choices. They may be
        // long: to cover them took most of a frame.
        desk.drafts = [:]
        desk.mode = covered(mode, by: veil)
        if case .choosing(let menu) = mode { desk.offered = choices(of: menu).map(veil.choice) }
        return desk
    }

    private func covered(_ mode: Mode, by veil: Veil) -> Mode {
        switch mode {
        case .panes, .attention: mode
        case .typing(let field):
            .typing(
                focus == .leads
                    ? field.covered(by: veil.filter)
                    : field.covered(by: focus == .conversation ? veil.needle : veil.text)
            )
        case .choosing(let menu): .choosing(veil.menu(menu))
        case .form(let form): .form(veil.form(form))
        case .grabbing(let grab): .grabbing(grab.covered(by: veil))
        }
    }
}
