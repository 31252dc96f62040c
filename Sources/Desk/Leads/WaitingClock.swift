import Model
import Screen

/// How long a lead has waited, as it is shown.
struct WaitingClock: Equatable, Sendable {
    var text: String
    /// One mark for late, two for very late: the colour alone would not do.
    var sign: String
    var role: Role
}

extension DeskState {
    /// Counted in the property's open hours; a dash where nobody waits.
    func waiting(of lead: LeadRow) -> WaitingClock {
        guard let since = lead.waitingSince else {
            return WaitingClock(text: glyphs.dash, sign: "", role: .muted)
        }
        let open = waiting(since: since, at: lead.property)
        // Written while the office is shut: not a minute counts yet, and "now" would say that the
        // visitor had only just written.
        if open == .zero, now.since(since) >= .seconds(60) {
            return WaitingClock(text: "0m", sign: "", role: .muted)
        }
        let text = Words.short(open)
        if open >= .seconds(options.redMinutes * 60) {
            return WaitingClock(text: text, sign: "!!", role: .late)
        }
        if open >= .seconds(options.amberMinutes * 60) {
            return WaitingClock(text: text, sign: "!", role: .waiting)
        }
        return WaitingClock(text: text, sign: "", role: .text)
    }
}
