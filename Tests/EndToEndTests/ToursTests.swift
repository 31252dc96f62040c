import Foundation
import Testing

/// What an agent does with the calendar on the built desk, over a real hub.
@Suite(.enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it"), .serialized)
struct ToursTests {
    /// Books a tour at eleven on the first of the next days that is no holiday.
    private func book(_ desks: Desks) throws {
        for offset in 2...9 {
            let day = Date(timeIntervalSinceNow: Double(offset) * 86_400)
            let parts = Calendar(identifier: .gregorian).dateComponents([.month, .day], from: day)
            let when = "\(parts.month ?? 1)/\(parts.day ?? 1) 11am"
            let lead = desks.company.conversation(0)
            let book = ["tour", "book", when, "--lead", lead, "--anyway"]
            if try desks.write(book, desks.robin).0.state == "applied" { return }
        }
        throw Failure("no tour could be booked in nine days")
    }

    @Test(
        "a tour is taken in the hand, moved and dropped by keys, and u takes that back",
        .timeLimit(.minutes(3))
    )
    func grab() throws {
        let desks = try Desks(questions: 1)
        try book(desks)
        let time = "SELECT tour_datetime FROM tours"
        let before = try desks.texts(time)
        let tmux = try Tmux(width: 120, height: 40)
        try tmux.type("clear; \(Programs.foyer) --profile \(desks.robin); echo left $?")
        try tmux.see("Visitor 0")
        try tmux.press("4", "z", "A")
        try tmux.see("11:00–11:30")
        try tmux.press("g")
        try tmux.see("The arrows move it.")
        try tmux.press("Down", "Down")
        try tmux.see("11:30–12:00")
        try tmux.see("Nobody knows when the office is open.")
        try tmux.press("Enter")
        try tmux.see("moves it all the same")
        #expect(try desks.texts(time) == before, "a warning wants a key of its own")
        try tmux.press("M-y")
        try tmux.see("u takes it back")
        try eventually("the hub's word") { try desks.texts(time) != before }
        try tmux.press("u")
        try eventually("the hub's word") { try desks.texts(time) == before }
        try tmux.see("11:00–11:30")
        try tmux.press("g")
        try tmux.see("The arrows move it.")
        try tmux.press("Left", "Down")
        try tmux.see("11:15–11:45")
        try tmux.press("Escape")
        try tmux.seeNoMore("11:15–11:45")
        #expect(try desks.texts(time) == before, "what is let go stays where it was")
        try tmux.press("q")
        try tmux.see("left 0")
        #expect(try desks.areEqual())
    }
}
