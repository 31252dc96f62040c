import Model
import Screen
import Testing

@testable import Desk

/// Keys that are pressed before what they need has been read.
struct EarlyKeyTests {
    /// A desk that has asked for its first pages and has none yet.
    private func unread(_ width: Int = 120) -> Station {
        Station(width: width, height: 40, isAnswering: false)
    }

    @Test("a key that opens something waits for its page, and opens it then")
    func opens() {
        let cases = [("3a", "Answer"), ("t", "Book a tour"), ("e", "Note"), ("4x", "No tour")]
        for (keys, sign) in cases {
            var station = unread()
            station.press(keys)
            #expect(!station.screen.contains(sign), "\(keys) before")
            #expect(station.screen.contains("One moment"), "\(keys) before")
            station.answerAll()
            #expect(station.screen.contains(sign), "\(keys) after:\n\(station.screen)")
            #expect(!station.screen.contains("One moment"), "\(keys) after")
        }
    }

    @Test("what no pane shows is read for the key that needs it")
    func unseen() {
        // Where two panes are seen, the questions are not.
        var station = Station(width: 90, height: 30)
        #expect(station.desk.questions.page == nil)
        let asker = station.office.questions.first { $0.conversation != nil }?.conversation
        guard let asker else { return }
        station.desk.leads.select(asker, rows: 5)
        station.press("a")
        #expect(station.desk.questions.page != nil)
        #expect(station.desk.form?.purpose != nil || station.screen.contains("waits for no answer"))
    }

    @Test("the next key takes its place, whatever it is")
    func next() {
        var station = unread()
        station.press("3aj")
        station.answerAll()
        #expect(station.desk.form == nil)
        #expect(station.desk.focus == .questions)
    }

    @Test("what writes at once waits for nothing: the row was not seen")
    func writes() {
        for keys in ["c", "3x", "3v", "4c", "4n"] {
            var station = unread()
            station.press(keys)
            #expect(station.screen.contains("press the key again"), "\(keys)")
            station.answerAll()
            #expect(station.writes.isEmpty, "\(keys)")
        }
    }

    @Test("a page that cannot be read leaves the key where it was, with the reason")
    func fails() {
        var station = unread()
        station.press("3a")
        station.failAll()
        #expect(station.desk.early == nil)
        #expect(station.screen.contains("No question is here"))
    }

    @Test("a desk that locks meanwhile opens nothing")
    func locks() {
        var station = unread()
        station.press("3a")
        station.send(.lockKnown(hasPIN: true, isAtStart: true))
        station.answerAll()
        #expect(station.desk.form == nil)
        #expect(station.desk.lock != nil)
    }
}
