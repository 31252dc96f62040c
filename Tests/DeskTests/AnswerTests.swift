import Model
import Screen
import Testing

@testable import Desk

/// Keys that answer: what they ask to be kept, and how many they are.
struct AnswerTests {
    @Test("the form of an answer that was left opens again with its question")
    func answerAgain() throws {
        var (station, _) = try Station.withQuestion()
        station.press("3a<Esc>a")
        #expect(!station.screen.contains("Reading the question"))
    }

    @Test("a question is answered and published with two keys beside its text")
    func answer() throws {
        var (station, row) = try Station.withQuestion()
        station.press("3")
        station.forget()
        station.press("a")
        station.press("One space.")
        station.press("<Ctrl-s>")
        #expect(
            station.writes == [
                .answerQuestion(
                    AnswerQuestion(
                        property: row.property,
                        question: row.text,
                        answer: "One space.",
                        asked: QuestionRows(tasks: [row.id.cast()])
                    )
                )
            ]
        )
        #expect(station.desk.form?.sending != nil, "the form stays until it is kept")
        station.send(.written(station.writes[0]))
        #expect(station.desk.form == nil)
        #expect(station.screen.contains("Done: answer a question."))
        #expect(!station.screen.contains("u takes it back"), "nothing offers it yet")
        let offer = UndoOffer(
            mutation: MutationID(high: 1, low: 2),
            words: "answer a question",
            until: Office.now.advanced(by: UndoOffer.time)
        )
        station.send(.outboxChanged(OutboxSummary(waiting: 1, undo: offer)))
        #expect(station.screen.contains("Done: answer a question. u takes it back."))
    }

    @Test("what is typed is kept with every key, and is there again")
    func draftKept() throws {
        var (station, row) = try Station.withQuestion()
        station.press("3a")
        station.press("One sp")
        let name = "answer-\(row.id)/answer"
        #expect(station.effects.last == .keepDraft(name: name, text: "One sp"))
        station.press("<Esc>")
        #expect(station.screen.contains("Your text is kept."))
        station.press("a")
        #expect(station.desk.form?.text("answer") == "One sp")
        var other = Station()
        other.office = station.office
        other.send(.draftsKnown([name: "from before"]))
        other.press("3a")
        #expect(other.desk.form?.text("answer") == "from before")
    }

    @Test("Tab takes the answers like it, one after the other")
    func takeAnswer() throws {
        var (station, _) = try Station.withQuestion()
        station.press("3a<Tab>")
        #expect(station.desk.form?.text("answer") == "A space is $75.")
        station.press("<Tab>")
        #expect(station.desk.form?.text("answer") == "Six spaces.")
        station.press("<Alt-p>")
        #expect(station.desk.form?.isOn("publish") == false)
    }

    @Test("a refusal is said in the form, and the text stays")
    func refused() throws {
        var (station, _) = try Station.withQuestion()
        station.press("3a")
        station.press("Two.")
        station.press("<Ctrl-s>")
        station.send(.writeRefused(station.writes[0], Refusal(.alreadyAnswered)))
        #expect(station.screen.contains("Somebody was faster"))
        #expect(station.desk.form?.text("answer") == "Two.")
    }

    @Test("an answer in doubt is approved with one key, once it was read as it stands")
    func approve() throws {
        var station = Station()
        let row = try #require(station.desk.questions.rows.first { $0.origin == .review })
        station.office.questionCards[row.id] = QuestionCard(
            question: row,
            asked: QuestionRows(knowledge: [row.id.cast()]),
            seenAnswer: "Weights and two treadmills."
        )
        station.press("3")
        station.desk.questions.select(row.id, rows: 10)
        station.forget()
        station.press("v")
        #expect(
            station.writes == [
                .reviseKnowledge(
                    ReviseKnowledge(
                        entry: row.id.cast(),
                        seenAnswer: "Weights and two treadmills.",
                        revision: .approve
                    )
                )
            ]
        )
    }

    @Test("a paste into a form is text, and runs no key")
    func paste() throws {
        var (station, _) = try Station.withQuestion()
        station.press("3a")
        station.send(.input(.paste("line one\nline two \u{1B}[201~q")))
        #expect(station.desk.form?.text("answer").hasPrefix("line one\nline two") == true)
        #expect(station.desk.form != nil)
    }

    @Test(
        "forms look as recorded at three sizes",
        arguments: [(80, 24), (120, 40), (200, 60)]
    )
    func golden(width: Int, height: Int) throws {
        var (station, _) = try Station.withQuestion()
        station.resize(width, height)
        station.press("3a")
        station.press("One space per apartment is included.\n王 美咲 hat gefragt.")
        try expectView(station, "answer")
        let named = try #require(station.desk.leads.rows.firstIndex { $0.name != nil })
        station.press("<Esc>1g\(String(repeating: "j", count: named))t")
        station.press("tue 3pm")
        try expectView(station, "book")
    }

    @Test("Tab past the last answer like it brings back what was typed, and Esc loses none of it")
    func typedAgain() throws {
        var (station, row) = try Station.withQuestion()
        station.press("3a")
        station.press("My own.<Tab>")
        #expect(station.desk.form?.text("answer") == "A space is $75.")
        #expect(station.screen.contains("Tab takes one, yours comes last"))
        #expect(station.desk.drafts["answer-\(row.id)/typed"] == "My own.")
        station.press("<Tab><Tab>")
        #expect(station.desk.form?.text("answer") == "My own.")
        station.press("<Tab><Esc>a<Tab><Tab>")
        #expect(station.desk.form?.text("answer") == "My own.")
        station.press("<Ctrl-s>")
        station.send(.written(try #require(station.writes.last)))
        #expect(station.desk.drafts.keys.filter { $0.contains("answer") } == [])
    }

    @Test("a paste that finds no room says how much of it did")
    func cut() throws {
        var (station, _) = try Station.withQuestion()
        station.press("3a")
        station.send(.input(.paste(String(repeating: "x", count: 9_000))))
        #expect(station.screen.contains("Only the first 8,000 characters fit."))
        station.press("<Esc>1ppp<Tab>")
        station.send(.input(.paste(String(repeating: "x", count: 300))))
        #expect(station.screen.contains("Only the first 200 characters fit."))
    }

    @Test("a form that is being kept is not left, so that its text is not begun anew")
    func leaveWhileKept() throws {
        var (station, _) = try Station.withQuestion()
        station.press("3a")
        station.press("One.<Ctrl-s><Esc>")
        #expect(station.desk.form != nil)
        #expect(station.screen.contains("It is being kept; one moment."))
        station.send(.written(try #require(station.writes.last)))
        #expect(station.desk.form == nil)
        #expect(station.desk.drafts.keys.filter { $0.contains("answer") } == [])
    }

    @Test("why nothing was sent is seen on the smallest screen", arguments: ["answer", "book"])
    func smallest(form: String) throws {
        var (station, _) = try Station.withQuestion()
        station.resize(60, 16)
        station.press(form == "answer" ? "3a" : "4b")
        station.press("Sam")
        station.press("<Ctrl-s>")
        if let intent = station.writes.last {
            station.send(.writeRefused(intent, Refusal(.alreadyAnswered)))
        }
        let problem = try #require(station.desk.form?.problem)
        #expect(station.screen.contains("✗ \(problem.prefix(20))"), "\(station.screen)")
    }
}
