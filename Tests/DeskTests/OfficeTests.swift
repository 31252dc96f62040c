import Model
import Testing

@testable import Desk

/// Keys that care for the office: knowledge, visitors, absences, emails.
struct OfficeTests {
    @Test("an absence is covered in one step with two keys, and what does not fit is named")
    func absence() {
        var station = Station.withColleagues()
        station.press("R")
        #expect(station.screen.contains("2 tours, 2 questions, 0 leads go over in one step"))
        #expect(station.screen.contains("stays. There is a tour 10:30–11:00."))
        station.press("<Ctrl-s>")
        let tours = station.office.absentTours.map(\.tour.id)
        #expect(
            station.writes == [
                .coverAbsence(
                    CoverAbsence(
                        from: Office.luisOrtiz.id,
                        to: Office.dana,
                        tours: [tours[0], tours[2]],
                        tasks: station.office.absentTasks,
                        leads: []
                    )
                )
            ]
        )
    }

    @Test("who is away, who covers and what goes over are chosen by arrows")
    func absenceChoices() {
        var station = Station.withColleagues()
        station.press("R<Right><Tab><Left><Tab><Right><Right><Tab>")
        station.press(" ")
        station.press("<Ctrl-s>")
        guard case .coverAbsence(let rule)? = station.writes.first else {
            Issue.record("nothing is covered: \(station.screen)")
            return
        }
        #expect(rule.from == Office.priyaRao.id)
        #expect(rule.to == nil, "left of you is the team")
        #expect(rule.tasks.isEmpty)
        #expect(rule.tours.count == 2)
    }

    @Test("an absence that leaves nothing says so, and writes nothing")
    func absenceOfNothing() {
        var station = Station.withColleagues()
        station.office.absentTours = []
        station.office.absentTasks = []
        station.press("R<Ctrl-s>")
        #expect(station.writes.isEmpty)
        #expect(station.screen.contains("There is nothing to hand over."))
    }

    @Test("two visitors are made one with two keys, and split again with one")
    func merge() throws {
        var station = Station.withColleagues()
        let lead = try #require(station.desk.leads.rows.first)
        station.press("M")
        #expect(station.screen.contains("same phone"))
        let pair = station.office.duplicates[0]
        // What the replica finds meanwhile stands above it, and is not what was seen.
        var other = pair
        (other.kept, other.merged) = (pair.merged, pair.kept)
        station.office.duplicates.insert(other, at: 0)
        station.send(.replicaChanged)
        station.press("<Enter>")
        #expect(
            station.writes == [
                .moveConversations(
                    MoveConversations(
                        conversations: pair.conversations,
                        from: pair.merged.id,
                        to: pair.kept.id
                    )
                )
            ]
        )
        station.forget()
        station.press("S")
        #expect(station.writes.isEmpty)
        #expect(station.screen.contains("This visitor was not merged with another."))
        var card = station.desk.conversation.card ?? LeadCard(lead: lead)
        card.visitor = pair.kept.id
        card.merge = PastMerge(from: pair.merged.id, conversations: pair.conversations)
        station.office.cards[lead.id] = card
        station.send(.replicaChanged)
        station.press("S")
        #expect(
            station.writes == [
                .moveConversations(
                    MoveConversations(
                        conversations: pair.conversations,
                        from: pair.kept.id,
                        to: pair.merged.id
                    )
                )
            ]
        )
    }

    @Test("a contact is corrected against what was seen of it")
    func contact() throws {
        var station = Station.withColleagues()
        let lead = try #require(station.desk.leads.rows.first)
        let seen = CorrectContact.Contact(first: "Jordn", last: "Pérez", email: nil, phone: "1")
        var card = LeadCard(lead: lead)
        card.visitor = VisitorID(high: 4, low: 1)
        card.contact = seen
        station.office.cards[lead.id] = card
        station.send(.replicaChanged)
        station.press("C<Ctrl-u>")
        station.press("Jordan<Tab><Tab>")
        station.press("j@mail.example<Ctrl-s>")
        let corrected = CorrectContact.Contact(
            first: "Jordan",
            last: "Pérez",
            email: "j@mail.example",
            phone: "1"
        )
        #expect(
            station.writes == [
                .correctContact(
                    CorrectContact(
                        visitor: VisitorID(high: 4, low: 1),
                        contact: corrected,
                        seen: seen
                    )
                )
            ]
        )
    }

    @Test("an answer in doubt is edited or retired from the questions")
    func review() throws {
        var station = Station.withColleagues()
        let row = try #require(station.desk.questions.rows.first { $0.origin == .review })
        station.office.questionCards[row.id] = QuestionCard(
            question: row,
            asked: QuestionRows(knowledge: [row.id.cast()]),
            seenAnswer: "Weights."
        )
        station.press("3")
        station.desk.questions.select(row.id, rows: 10)
        station.press("e")
        station.press(" And mats.<Ctrl-s>")
        func revised(_ revision: ReviseKnowledge.Revision) -> Intent {
            .reviseKnowledge(
                ReviseKnowledge(
                    entry: row.id.cast(),
                    seenAnswer: "Weights.",
                    revision: revision
                )
            )
        }
        #expect(station.writes == [revised(.edit(answer: "Weights. And mats."))])
        station.send(.written(station.writes[0]))
        station.forget()
        station.press("x")
        #expect(station.writes == [revised(.retire)])
    }

    @Test("what the chatbot knows is listed, found by typing, edited and retired")
    func knowledge() {
        var station = Station.withColleagues()
        station.press("K")
        #expect(station.screen.contains("Is parking included?"))
        station.press("<Down><Enter>")
        station.press("<Alt-x>")
        let row = station.office.knowledge[1]
        #expect(
            station.writes == [
                .reviseKnowledge(
                    ReviseKnowledge(entry: row.id, seenAnswer: row.answer, revision: .retire)
                )
            ]
        )
        station.send(.written(station.writes[0]))
        station.press("K")
        station.press("gym")
        #expect(station.requests.last == .knowledge(KnowledgeQuery(words: "gym")))
    }

    @Test("an email that is not sent is edited, scheduled and cancelled from its lead")
    func emails() throws {
        var station = Station.withColleagues()
        let lead = try #require(station.desk.leads.rows.first)
        var card = LeadCard(lead: lead)
        let draft = EmailRow(
            id: DraftID(high: 6, low: 1),
            conversation: lead.id,
            lead: lead.name,
            property: lead.property,
            propertyName: lead.propertyName,
            letter: Letter(
                subject: "Your visit",
                body: "Hello",
                priority: "high",
                tags: ["after-tour", "dogs"]
            ),
            state: .draft,
            statusWord: "draft",
            createdAt: nil,
            sentAt: nil
        )
        card.drafts = [draft]
        station.office.cards[lead.id] = card
        station.send(.replicaChanged)
        station.press("E<Enter><Tab>")
        station.press("!<Shift-Tab><Shift-Tab>")
        station.press("tue 9am<Ctrl-s>")
        guard case .editEmail(let rule)? = station.writes.first else {
            Issue.record("nothing is edited: \(station.screen)")
            return
        }
        #expect(rule.draft == draft.id && rule.seenBody == "Hello")
        #expect(rule.letter.body == "Hello!" && rule.letter.priority == "high")
        #expect(rule.letter.tags == ["after-tour", "dogs"])
        let time = rule.letter.sendAt.map { Office.zone.local($0).text }
        #expect(time == "2026-11-24T09:00:00")
        station.send(.written(station.writes[0]))
        station.forget()
        station.press("E<Enter><Alt-x>")
        #expect(
            station.writes == [
                .setEmailStatus(
                    SetEmailStatus(draft: draft.id, status: .cancelled, seen: "draft")
                )
            ]
        )
    }

    @Test("what opens when it has been read does not once another key was pressed")
    func late() {
        var station = Station.withColleagues()
        station.isAnswering = false
        station.press("Rj")
        station.isAnswering = true
        for request in station.requests.suffix(1) {
            station.send(.pageArrived(station.office.answer(request)))
        }
        #expect(station.desk.form == nil)
    }

    @Test("every list and form of the office is reached by its name")
    func named() {
        let screens = [
            ("cover", "Cover an absence"), ("property set", "Property settings"),
            ("who works", "Who works here"), ("knowledge", "Knowledge"),
            ("merge", "One person twice?"), ("find dup", "One person twice?"),
            ("emails of", "Emails that are not sent"),
        ]
        for (name, title) in screens {
            var station = Station.withColleagues()
            station.press(":")
            station.press(name)
            station.press("<Enter>")
            #expect(station.screen.contains(title), "\(name): \(station.screen)")
        }
    }

    @Test(
        "lists and forms of the office look as recorded",
        arguments: [(80, 24), (120, 40), (60, 16)]
    )
    func golden(width: Int, height: Int) throws {
        let screens = [
            ("absence", "R"), ("knowledge", "K"), ("duplicates", "M"), ("settings", "O"),
            ("team", "w"), ("revision", "K<Enter>"), ("assignment", "w<Enter>"),
        ]
        for (name, keys) in screens {
            var station = Station.withColleagues(width, height)
            station.press(keys)
            try expectView(station, name)
        }
    }
}
