import Model
import Screen
import Testing

@testable import Desk

/// Keys that write: what they ask to be kept, and how many they are.
struct WritingTests {
    private func writes(_ station: Station) -> [Intent] {
        station.effects.compactMap { effect in
            if case .write(let intent) = effect { intent } else { nil }
        }
    }

    /// A desk whose first question can be answered.
    private func withQuestion() throws -> (Station, QuestionRow) {
        var station = Station()
        let row = try #require(station.desk.questions.rows.first)
        station.office.questionCards[row.id] = QuestionCard(
            question: row,
            asked: QuestionRows(tasks: [row.id.cast()]),
            reachable: 1,
            similar: [
                SimilarAnswer(question: "Garage?", answer: "A space is $75.", likeness: 50),
                SimilarAnswer(question: "Guests?", answer: "Six spaces.", likeness: 20),
            ]
        )
        return (station, row)
    }

    @Test("the form of an answer that was left opens again with its question")
    func answerAgain() throws {
        var (station, _) = try withQuestion()
        station.press("3a<Esc>a")
        #expect(!station.screen.contains("Reading the question"))
    }

    @Test("a question is answered and published with two keys beside its text")
    func answer() throws {
        var (station, row) = try withQuestion()
        station.press("3")
        station.forget()
        station.press("a")
        station.press("One space.")
        station.press("<Ctrl-s>")
        #expect(
            writes(station) == [
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
        station.send(.written(writes(station)[0]))
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
        var (station, row) = try withQuestion()
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
        var (station, _) = try withQuestion()
        station.press("3a<Tab>")
        #expect(station.desk.form?.text("answer") == "A space is $75.")
        station.press("<Tab>")
        #expect(station.desk.form?.text("answer") == "Six spaces.")
        station.press("<Alt-p>")
        #expect(station.desk.form?.isOn("publish") == false)
    }

    @Test("a refusal is said in the form, and the text stays")
    func refused() throws {
        var (station, _) = try withQuestion()
        station.press("3a")
        station.press("Two.")
        station.press("<Ctrl-s>")
        station.send(.writeRefused(writes(station)[0], Refusal(.alreadyAnswered)))
        #expect(station.screen.contains("Somebody was faster"))
        #expect(station.desk.form?.text("answer") == "Two.")
    }

    @Test("a tour is booked from a lead with two keys beside the words")
    func book() throws {
        var station = Station()
        let index = try #require(station.desk.leads.rows.firstIndex { $0.name != nil })
        let lead = station.desk.leads.rows[index]
        station.press(String(repeating: "j", count: index))
        station.forget()
        station.press("t")
        station.press("fri 3pm")
        #expect(station.screen.contains("Fri 27 Nov, 15:00–15:30"))
        station.press("<Ctrl-s>")
        guard case .bookTour(let rule)? = writes(station).first else {
            Issue.record("nothing was booked: \(station.screen)")
            return
        }
        #expect(rule.conversation == lead.id)
        #expect(rule.prospect.name == lead.name)
        let local = station.desk.zone(of: lead.property).local(rule.start)
        #expect(local.text == "2026-11-27T15:00:00")
        #expect(!rule.confirmed)
        station.press("<Alt-y>")
        #expect(writes(station).count == 1, "what is on its way is not sent twice")
    }

    @Test("a time that is not understood says what would be, and sends nothing")
    func notUnderstood() {
        var station = Station()
        station.press("t")
        station.press("whenever")
        station.press("<Ctrl-s>")
        #expect(writes(station).isEmpty)
        #expect(station.screen.contains("When? Try"))
    }

    @Test("a lead is claimed with one key, and released with the same")
    func claim() throws {
        var station = Station()
        let lead = try #require(station.desk.leads.rows.first)
        let me = try #require(station.desk.overview?.agent?.id)
        station.press("c")
        #expect(
            writes(station) == [
                .assignLead(AssignLead(conversation: lead.id, to: me, seen: nil))
            ]
        )
        station.office.leads[0].claimedBy = me
        let index = try #require(station.office.leads.firstIndex { $0.id == lead.id })
        station.office.leads[index].claimedBy = me
        station.send(.replicaChanged)
        station.forget()
        station.press("c")
        #expect(
            writes(station) == [
                .assignLead(AssignLead(conversation: lead.id, to: nil, seen: me))
            ]
        )
    }

    @Test("whose a lead is and what was done about it stands on its card")
    func activities() throws {
        var station = Station(width: 160, height: 50)
        let lead = try #require(station.desk.leads.rows.first)
        var card = station.desk.conversation.card ?? LeadCard(lead: lead)
        card.claimedBy = station.desk.overview?.agent?.id
        card.activities = [
            LeadActivity(
                id: ActivityID(high: 1, low: 1),
                kind: "note",
                agentName: "Luis O.",
                at: Office.now,
                outcome: nil,
                note: "prefers the third floor",
                due: nil,
                done: nil
            )
        ]
        station.office.cards[lead.id] = card
        station.send(.replicaChanged)
        station.press("2")
        #expect(station.screen.contains("yours"))
        #expect(station.screen.contains("“prefers the third floor” · Luis O."))
    }

    @Test("opening an unread lead marks it read, once")
    func markRead() throws {
        var station = Station()
        let id = try #require(station.desk.leads.rows.first?.id)
        let index = try #require(station.office.leads.firstIndex { $0.id == id })
        station.office.leads[index].isUnread = true
        station.send(.replicaChanged)
        station.forget()
        station.press("<Enter>")
        #expect(writes(station) == [.markRead(MarkRead(conversation: id))])
        station.office.leads[index].isUnread = false
        station.send(.replicaChanged)
        station.press("<Esc><Enter>")
        #expect(writes(station).count == 1)
    }

    @Test("a tour's outcome takes two keys; what is to come has none")
    func outcome() throws {
        var station = Station()
        let past = try #require(
            station.desk.tours.page?.tours.first {
                $0.start < Office.now && $0.status == .scheduled
            }
        )
        station.press("4")
        station.desk.tours.select(.tour(past.id), rows: 10)
        station.forget()
        station.press("n")
        #expect(
            writes(station) == [
                .setTourOutcome(
                    SetTourOutcome(tour: past.id, outcome: .noShow, seen: past.statusWord)
                )
            ]
        )
        let ahead = try #require(station.desk.tours.page?.tours.first { $0.start > Office.now })
        station.desk.tours.select(.tour(ahead.id), rows: 10)
        station.forget()
        station.press("n")
        #expect(writes(station).isEmpty)
        #expect(station.screen.contains("No tour is selected that has begun."))
    }

    @Test("a tour is cancelled with who wanted it and why")
    func cancel() throws {
        var station = Station()
        let tour = try #require(
            station.desk.tours.page?.tours.first {
                $0.start > Office.now && $0.status == .scheduled
            }
        )
        station.press("4")
        station.desk.tours.select(.tour(tour.id), rows: 10)
        station.press("x<Right><Tab>")
        station.press("found a place")
        station.press("<Ctrl-s>")
        #expect(
            writes(station).last
                == .setTourOutcome(
                    SetTourOutcome(
                        tour: tour.id,
                        outcome: .cancelled(by: .office, reason: "found a place"),
                        seen: tour.statusWord
                    )
                )
        )
    }

    @Test("undo is offered after a write, and only then")
    func undo() {
        var station = Station()
        station.press("u")
        #expect(station.screen.contains("There is nothing that can be taken back now."))
        let offer = UndoOffer(
            mutation: MutationID(high: 1, low: 2),
            words: "assign a lead",
            until: Office.now.advanced(by: UndoOffer.time)
        )
        station.send(.outboxChanged(OutboxSummary(waiting: 1, undo: offer)))
        #expect(station.screen.contains("↑1"))
        station.send(.outboxChanged(OutboxSummary(waiting: 0)))
        station.forget()
        station.press("u")
        #expect(station.effects == [.undo])
    }

    @Test("what was refused is shown with its reason, and sent again or dropped by two keys")
    func attention() {
        var station = Station()
        let intent = Intent.logActivity(
            LogActivity(
                conversation: ConversationID(high: 1, low: 1),
                activity: .note,
                note: "prefers the third floor"
            )
        )
        let id = MutationID(high: 7, low: 7)
        station.office.attention = [
            AttentionRow(
                id: id,
                madeAt: Office.now,
                intent: intent,
                refusal: Refusal(.readOnly),
                standing: nil
            )
        ]
        station.send(.outboxChanged(OutboxSummary(attention: 1)))
        #expect(station.screen.contains("! 1"))
        station.press("7")
        #expect(station.screen.contains("prefers the third floor"))
        #expect(station.screen.contains("You may read here, and not write."))
        station.forget()
        station.press("r")
        #expect(station.effects == [.settle(id, again: intent)])
        station.forget()
        station.press("D")
        #expect(station.effects.isEmpty, "it is asked first")
        station.press("djD")
        #expect(station.effects.isEmpty, "another key says no")
        station.press("dD")
        #expect(station.effects == [.settle(id, again: nil)])
        station.press("<Esc>")
        #expect(station.desk.mode == .panes)
    }

    @Test("a refused write that is edited stays until the new one is kept, whatever comes between")
    func editRefused() throws {
        var station = Station()
        let lead = try #require(station.desk.leads.rows.first)
        let intent = Intent.bookTour(
            BookTour(
                property: lead.property,
                conversation: nil,
                manager: nil,
                prospect: Prospect(name: "Sam Kim", email: "sam@mail.example", phone: "5"),
                start: Office.now.advanced(by: .seconds(86_400)),
                minutes: 75,
                type: .virtual,
                unit: "312"
            )
        )
        let id = MutationID(high: 7, low: 7)
        station.office.attention = [
            AttentionRow(
                id: id,
                madeAt: Office.now,
                intent: intent,
                refusal: Refusal(.slot),
                standing: nil
            )
        ]
        station.press("7")
        station.forget()
        station.press("e")
        #expect(!station.effects.contains(.settle(id, again: nil)))
        station.press("<Esc>")
        #expect(!station.effects.contains(.settle(id, again: nil)), "Esc loses nothing")
        station.press("7e<Ctrl-s>")
        let again = try #require(writes(station).last)
        guard case .bookTour(let rule) = again else { return }
        #expect(rule.prospect == Prospect(name: "Sam Kim", email: "sam@mail.example", phone: "5"))
        #expect(rule.minutes == 75 && rule.type == .virtual && rule.unit == "312")
        #expect(rule.manager == nil)
        #expect(rule.start == Office.now.advanced(by: .seconds(86_400)).wholeMinute)
        station.forget()
        station.send(.written(again))
        #expect(station.effects.contains(.settle(id, again: nil)))
    }

    @Test("a time that the clock shows twice is asked about, and either is a key away")
    func doubled() throws {
        for (key, offset) in [("<Ctrl-s>", 7), ("<Alt-y>", 8)] {
            var station = Station()
            station.press("4b")
            station.press("Sam")
            station.press("<Tab><Tab>")
            station.press("11/7 1:30am")
            station.forget()
            station.press("<Ctrl-s>")
            #expect(writes(station).isEmpty)
            #expect(station.screen.contains("The clock shows that time twice"))
            station.press(key)
            guard case .bookTour(let rule)? = writes(station).first else {
                Issue.record("\(key) books nothing: \(station.screen)")
                return
            }
            #expect(Zone.utc.local(rule.start).hour == 1 + offset, "\(key)")
        }
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
            writes(station) == [
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

    @Test("a lead is given to a colleague, or to nobody, from a list")
    func assign() throws {
        var station = Station()
        let lead = try #require(station.desk.leads.rows.first)
        let luis = AgentName(id: AgentID(high: 5, low: 5), first: "Luis", last: "O.")
        station.office.agents = [luis]
        station.press("A")
        #expect(station.screen.contains("Luis O."))
        station.press("luis<Enter>")
        #expect(
            writes(station) == [
                .assignLead(AssignLead(conversation: lead.id, to: luis.id, seen: lead.claimedBy))
            ]
        )
    }

    @Test("a paste into a form is text, and runs no key")
    func paste() throws {
        var (station, _) = try withQuestion()
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
        var (station, _) = try withQuestion()
        station.resize(width, height)
        station.press("3a")
        station.press("One space per apartment is included.\n王 美咲 hat gefragt.")
        try expectView(station, "answer")
        let named = try #require(station.desk.leads.rows.firstIndex { $0.name != nil })
        station.press("<Esc>1g\(String(repeating: "j", count: named))t")
        station.press("tue 3pm")
        try expectView(station, "book")
    }
}

extension Timestamp {
    /// The minute it is in, as a person types it.
    fileprivate var wholeMinute: Timestamp {
        Timestamp(microseconds: microseconds - microseconds % 60_000_000)
    }
}
