import Model
import Testing

@testable import Desk

/// Refused writes that are edited and sent again: to the row they are about, beside what else is
/// begun.
struct EditAgainTests {
    private let id = MutationID(high: 7, low: 7)

    private func refused(_ intent: Intent, _ present: PresentRow? = nil) -> AttentionRow {
        AttentionRow(
            id: id,
            madeAt: Office.now,
            intent: intent,
            refusal: Refusal(.changed),
            standing: nil,
            present: present
        )
    }

    private func answer(
        _ row: QuestionRow,
        _ text: String,
        asked: [QuestionID],
        _ words: String? = nil
    ) -> Intent {
        .answerQuestion(
            AnswerQuestion(
                property: row.property,
                question: words ?? row.text,
                answer: text,
                asked: QuestionRows(tasks: asked.map { $0.cast() })
            )
        )
    }

    /// A desk with two questions, the first of which is on the screen.
    private func station() throws -> (Station, [QuestionRow]) {
        var (station, first) = try Station.withQuestion()
        let second = station.desk.questions.rows[1]
        station.office.questionCards[second.id] = QuestionCard(
            question: second,
            asked: QuestionRows(tasks: [second.id.cast()])
        )
        station.press("3a<Esc>")
        return (station, [first, second])
    }

    @Test("an answer that is edited never goes to the question that was open before")
    func otherQuestion() throws {
        var (station, rows) = try station()
        station.office.attention = [refused(answer(rows[1], "Two.", asked: [rows[1].id]))]
        station.isAnswering = false
        station.press("7")
        station.answerAll()
        station.isAnswering = false
        station.forget()
        station.press("e<Ctrl-s>")
        #expect(station.writes.isEmpty, "its question is not here yet")
        #expect(!station.screen.contains(rows[0].text))
        station.answerAll()
        station.press("<Ctrl-s>")
        guard case .answerQuestion(let rule)? = station.writes.first else {
            Issue.record("nothing was sent: \(station.screen)")
            return
        }
        #expect(rule.question == rows[1].text && rule.answer == "Two.")
        #expect(rule.asked == QuestionRows(tasks: [rows[1].id.cast()]))
    }

    @Test("a question that still waits is found by any of its rows, and one that does not is told")
    func anyRow() throws {
        var (station, rows) = try station()
        let gone = QuestionID(high: 99, low: 1)
        let asked = [gone, rows[1].id]
        station.office.attention = [refused(answer(rows[1], "Two.", asked: asked, "in old words"))]
        station.press("7e")
        #expect(station.desk.form?.purpose == .answer(rows[1].id))
        #expect(station.desk.form?.problem == nil)
        #expect(station.screen.contains(rows[1].text))
        station.office.attention = [refused(answer(rows[1], "Two.", asked: [gone], "in old words"))]
        station.press("<Esc>")
        station.send(.outboxChanged(OutboxSummary(attention: 1)))
        station.press("7e")
        #expect(station.screen.contains("The question waits no more"))
    }

    @Test("knowledge that was refused is seen, and sent again over the row as it stands")
    func knowledge() throws {
        var station = Station()
        let entry = KnowledgeID(high: 2, low: 1)
        let present = KnowledgeRow(
            id: entry,
            property: Office.property,
            propertyName: "Northgate Residences",
            question: "Is there a gym?",
            answer: "Weights, since Monday.",
            isInDoubt: false
        )
        let intent = Intent.reviseKnowledge(
            ReviseKnowledge(
                entry: entry,
                seenAnswer: "Weights.",
                revision: .edit(answer: "Treadmills.")
            )
        )
        station.office.attention = [refused(intent, .knowledge(present))]
        station.press("7")
        #expect(station.screen.contains("Treadmills."))
        #expect(station.screen.contains("Weights, since Monday."))
        station.press("e! <Ctrl-s>")
        let again = Intent.reviseKnowledge(
            ReviseKnowledge(
                entry: entry,
                seenAnswer: "Weights, since Monday.",
                revision: .edit(answer: "Treadmills.!")
            )
        )
        #expect(station.writes == [again])
        station.send(.written(again))
        #expect(station.effects.contains(.settle(id, again: nil)))
    }

    @Test("an email that was refused is edited over the letter as it stands, while it can be")
    func email() throws {
        var station = Station(.withEmails())
        var row = station.office.emails[1]
        row.letter.body = "Somebody else's."
        var letter = station.office.emails[1].letter
        letter.body = "Mine."
        let intent = Intent.editEmail(EditEmail(draft: row.id, seenBody: "Old.", letter: letter))
        station.office.attention = [refused(intent, .email(row))]
        station.press("7e<Ctrl-s>")
        #expect(
            station.writes == [
                .editEmail(EditEmail(draft: row.id, seenBody: "Somebody else's.", letter: letter))
            ]
        )
        var sent = Station()
        row.state = .sent
        sent.office.attention = [refused(intent, .email(row))]
        sent.press("7e")
        #expect(sent.desk.form == nil)
        #expect(sent.screen.contains("is settled; d discards this one."))
    }

    @Test("a contact that was refused is corrected over what is known of the visitor by now")
    func contact() throws {
        var station = Station()
        let visitor = VisitorID(high: 4, low: 1)
        func contact(_ first: String) -> CorrectContact.Contact {
            CorrectContact.Contact(first: first, last: "Pérez", email: nil, phone: "1")
        }
        let intent = Intent.correctContact(
            CorrectContact(visitor: visitor, contact: contact("Jordan"), seen: contact("J"))
        )
        station.office.attention = [refused(intent, .contact(contact("Jordn")))]
        station.press("7")
        #expect(station.screen.contains("Jordan Pérez, 1"))
        station.press("e<Ctrl-s>")
        #expect(
            station.writes == [
                .correctContact(
                    CorrectContact(
                        visitor: visitor,
                        contact: contact("Jordan"),
                        seen: contact("Jordn")
                    )
                )
            ]
        )
    }

    @Test("what is begun about the same question stays beside the refused answer that is edited")
    func drafts() throws {
        var (station, rows) = try station()
        station.office.attention = [refused(answer(rows[0], "Two.", asked: [rows[0].id]))]
        station.press("a")
        station.press("begun anew<Esc>7e")
        #expect(station.desk.form?.text("answer") == "Two.")
        station.press("!<Esc>")
        #expect(station.desk.drafts["answer-\(rows[0].id)/answer"] == "begun anew")
        station.press("7e")
        #expect(station.desk.form?.text("answer") == "Two.!", "it is edited on where it was left")
        station.press("<Esc>7dD")
        #expect(station.desk.drafts.keys.filter { $0.contains("refused") } == [])
        #expect(station.desk.drafts["answer-\(rows[0].id)/answer"] == "begun anew")
    }

    @Test("a time that lies behind, or in another year, comes back with its year")
    func years() throws {
        for (time, typed, seen) in [
            ("2026-11-16T18:00:00Z", "11/16/2026 10:00", "Mon 16 Nov, 10:00 PST"),
            ("2027-01-15T18:00:00Z", "1/15/2027 10:00", "Fri 15 Jan 2027, 10:00 PST"),
            ("2026-11-30T18:00:00Z", "11/30 10:00", "Mon 30 Nov, 10:00 PST"),
        ] {
            var station = Station()
            let due = try #require(Timestamp(time))
            let lead = Office.namedLeads[0].id
            station.office.attention = [
                refused(
                    .logActivity(LogActivity(conversation: lead, activity: .followUp, due: due))
                )
            ]
            station.press("7e")
            #expect(station.desk.form?.text("when") == typed)
            #expect(station.screen.contains(seen), "\(station.screen)")
            #expect(station.screen.contains("That is in the past.") == (due < Office.now))
            station.forget()
            station.press("<Ctrl-s>")
            #expect(station.writes.isEmpty == (due < Office.now))
        }
    }

    @Test("the selected write is always seen, and stays selected when another is refused")
    func list() throws {
        var station = Station(width: 80, height: 24)
        station.office.attention = (1...30).map { number in
            var row = refused(.markRead(MarkRead(conversation: Office.namedLeads[0].id)))
            row.id = MutationID(high: 7, low: UInt64(number))
            row.madeAt = Office.ago(number)
            return row
        }
        station.press("7")
        for _ in 0..<30 {
            #expect(station.screen.contains("▸ ✗"))
            station.press("j")
        }
        let selected = station.desk.attention.selected?.id
        station.office.attention.insert(
            refused(.markRead(MarkRead(conversation: Office.namedLeads[1].id))),
            at: 0
        )
        station.send(.outboxChanged(OutboxSummary(attention: 31)))
        #expect(station.desk.attention.rows.count == 31)
        #expect(station.desk.attention.selected?.id == selected)
    }
}
