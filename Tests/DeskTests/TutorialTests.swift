import Model
import Screen
import Testing

@testable import Desk

/// The first tour of the desk.
struct TutorialTests {
    private func touring(_ width: Int = 120, _ height: Int = 40) -> Station {
        var station = Station(width: width, height: height)
        station.send(.tutorialWanted)
        return station
    }

    @Test("each step waits for its key, and for nothing else")
    func steps() {
        var station = touring()
        let steps: [(other: String, key: String, next: String)] = [
            ("", "j", "2 of 8"),
            ("j", "<Enter>", "3 of 8"),
            ("jk", "3", "4 of 8"),
            ("j", "a", "5 of 8"),
        ]
        #expect(station.screen.contains("Look at who waits  1 of 8"))
        for (place, step) in steps.enumerated() {
            station.press(step.other)
            #expect(station.screen.contains("\(place + 1) of 8"), "after \(step.other)")
            station.press(step.key)
            #expect(station.screen.contains(step.next), "after \(step.key)")
        }
        station.press("Yes.")
        #expect(station.screen.contains("5 of 8"))
        station.send(.written(.answerQuestion(Self.answer)))
        #expect(station.screen.contains("Book a tour  6 of 8"))
        station.press("<Esc>1t")
        #expect(station.screen.contains("7 of 8"))
        station.send(.written(.bookTour(Self.booking)))
        #expect(station.screen.contains("8 of 8"))
        station.press("<Esc>")
        station.forget()
        station.press("?")
        #expect(station.screen.contains("That is all you need"))
        #expect(station.effects == [.rememberTutorial])
    }

    @Test("who does a later step of the same at once has no need of the first")
    func skips() {
        var station = touring()
        station.press("<Enter>")
        #expect(station.desk.tutorial?.step == .questions)
        station.press("1t<Esc>?")
        #expect(station.desk.tutorial?.step == .questions)
    }

    private static let answer = AnswerQuestion(
        property: Office.property,
        question: "Parking?",
        answer: "Yes.",
        asked: QuestionRows(),
        publishes: true,
        drafts: false
    )
    private static let booking = BookTour(
        property: Office.property,
        conversation: nil,
        manager: nil,
        prospect: Prospect(name: "Jordan"),
        start: Office.now,
        minutes: 30,
        type: .inPerson
    )

    @Test("what is said goes along with where one is, in the agent's own keys")
    func words() {
        var station = touring()
        station.press("<Enter>")
        #expect(station.screen.contains("Press 3 for the questions"))
        station.press("3")
        #expect(station.screen.contains("Press a to answer it."))
        station.press("1")
        #expect(station.screen.contains("3 shows the questions."))
        station.press("3a")
        #expect(station.screen.contains("Press Ctrl-s to send it to everybody who asked."))
        station.press("<Esc>")
        #expect(station.screen.contains("Press a to go on with it."))
    }

    @Test("every word of the tour fits below the desk, at every width", arguments: [60, 80, 120])
    func fits(width: Int) {
        for keys in ["", "4", "<Enter>", "<Enter>3", "<Enter>3a", "t"] {
            var station = touring(width, 24)
            station.press(keys)
            for step in Tutorial.Step.allCases {
                while let now = station.desk.tutorial?.step, now != step {
                    station.desk.tutorial?.notice(now)
                    if now == .end { break }
                }
                guard let tutorial = station.desk.tutorial else { continue }
                let how = DisplayText(outside: station.desk.tutorialWords(tutorial).how)
                let lines = how.wrapped(width: width - 2).count
                #expect(lines <= Tutorial.linesOfText(width), "\(step) at \(width): \(how.string)")
            }
        }
    }

    @Test("Esc goes back first, and from the leads it ends the tour for good")
    func leaves() {
        var station = Station()
        let before = station.screen
        station.send(.tutorialWanted)
        station.press("3<Esc>")
        #expect(station.desk.tutorial != nil)
        station.forget()
        station.press("<Esc>")
        #expect(station.desk.tutorial == nil)
        #expect(station.effects == [.rememberTutorial])
        #expect(station.screen == before)
    }

    @Test("no key does anything else than without the tour, and the desk is whole above it")
    func blocksNothing() {
        for keys in ["jj", "2", "3a", "/hot", "?", ":", "t", "5", "6", "7", "L12"] {
            var plain = Station(width: 120, height: 40 - Tutorial.linesBelow(120))
            var touring = touring()
            plain.press(keys)
            touring.press(keys)
            let above = touring.desk.view().lines.prefix(plain.desk.height)
            if touring.desk.lock == nil {
                #expect(Array(above) == plain.desk.view().lines, "after \(keys)")
            }
            #expect(touring.effects == plain.effects, "after \(keys)")
        }
    }

    @Test("a terminal that becomes too small for both keeps the desk")
    func small() {
        var station = touring(80, 24)
        station.resize(80, 18)
        #expect(station.desk.tutorial == nil)
        #expect(station.screen.contains("1 Leads"))
        var tiny = Station(width: 80, height: 18)
        tiny.send(.tutorialWanted)
        #expect(tiny.desk.tutorial == nil)
        #expect(tiny.screen.contains("The tour needs"))
    }

    @Test("the palette begins it, and begins it again from its first step")
    func palette() {
        var station = Station()
        station.press(":tutorial<Enter>")
        #expect(station.screen.contains("1 of 8"))
        station.press("<Enter>")
        #expect(station.screen.contains("3 of 8"))
        let height = station.desk.height
        station.press(":tutorial<Enter>")
        #expect(station.desk.tutorial?.step == .look)
        #expect(station.desk.height == height)
    }

    @Test("who hears the desk hears what to do, once for each step")
    func heard() {
        var station = Station(options: DeskOptions(isLinear: true))
        var reader = LinearReader()
        _ = reader.read(station.desk)
        station.send(.tutorialWanted)
        let said = reader.read(station.desk)?.lines.map(\.string) ?? []
        #expect(said.count { $0.hasPrefix("Look at who waits. ") } == 1)
        station.press("j")
        let next = reader.read(station.desk)?.lines.map(\.string) ?? []
        #expect(next.count { $0.hasPrefix("Read what they said. ") } == 1)
    }

    @Test("the tour looks as recorded", arguments: [(60, 24), (80, 24), (132, 36)])
    func looks(width: Int, height: Int) throws {
        var station = touring(width, height)
        try expectGolden(station.screen, "tutorial-look-\(width)x\(height)")
        station.press("<Enter>3a")
        try expectGolden(station.screen, "tutorial-answer-\(width)x\(height)")
    }
}
