import Model
import Screen
import Testing

@testable import Desk

@Suite("A key is about what is seen, and about nothing else")
struct AtHandTests {
    /// A desk whose first question came from the last lead, and whose first lead is another.
    private func station() throws -> (Station, ConversationID) {
        var station = Station()
        let asked = try #require(station.desk.leads.rows.last?.id)
        let first = try #require(station.office.questions.first?.id)
        let row = try #require(station.office.questions.firstIndex { $0.id == first })
        station.office.questions[row].conversation = asked
        station.send(.replicaChanged)
        station.forget()
        return (station, asked)
    }

    @Test("in a conversation that is not here yet nothing is done to the selected lead")
    func notHereYet() throws {
        var (station, asked) = try station()
        let selected = try #require(station.desk.leads.selected?.id)
        #expect(selected != asked)
        station.office.leads.removeAll { $0.id == asked }
        station.send(.replicaChanged)
        station.press("3<Enter>")
        #expect(station.desk.conversation.id == asked)
        station.forget()
        station.press("cse")
        #expect(station.writes.isEmpty)
        #expect(station.desk.form == nil)
    }

    @Test("back in the leads the conversation is the selected lead's")
    func backInLeads() throws {
        var (station, asked) = try station()
        station.press("3<Enter>")
        #expect(station.desk.conversation.id == asked)
        station.press("1")
        #expect(station.desk.conversation.id == station.desk.leads.selected?.id)
    }

    @Test("an approval whose answer cannot be read is not given when it comes later")
    func approvalGivenUp() throws {
        var (station, question) = try Station.withQuestion()
        for row in station.office.questions.indices {
            station.office.questions[row].origin = .review
        }
        station.send(.replicaChanged)
        station.press("3")
        station.isAnswering = false
        station.press("v")
        station.failAll()
        station.forget()
        station.send(.pageArrived(station.office.answer(.question(question.id))))
        #expect(station.writes.isEmpty)
    }

    @Test("what was sent and taken back is there again, to be mended")
    func takenBack() throws {
        var (station, _) = try Station.withQuestion()
        station.press("3aOne space per apartment.<Ctrl-s>")
        let intent = try #require(station.writes.first)
        station.send(.written(intent))
        #expect(station.desk.drafts.isEmpty)
        let offer = UndoOffer(
            mutation: MutationID(high: 1, low: 1),
            words: intent.words,
            until: Office.now.advanced(by: UndoOffer.time)
        )
        station.send(.outboxChanged(OutboxSummary(waiting: 1, attention: 0, undo: offer)))
        station.press("u")
        #expect(station.effects.contains(.undo))
        #expect(station.desk.drafts.values.contains("One space per apartment."))
        station.press("a")
        #expect(station.screen.contains("One space per apartment."))
    }

    @Test("what can be taken back no more is not offered any longer")
    func undoEnds() throws {
        var station = Station()
        station.press("c")
        let intent = try #require(station.writes.first)
        station.send(.written(intent))
        let offer = UndoOffer(
            mutation: MutationID(high: 1, low: 1),
            words: intent.words,
            until: Office.now.advanced(by: UndoOffer.time)
        )
        station.send(.outboxChanged(OutboxSummary(waiting: 1, attention: 0, undo: offer)))
        #expect(station.screen.contains("takes it back"))
        #expect(station.desk.undoEnds == offer.until)
        station.send(.undoEnded)
        #expect(!station.screen.contains("takes it back"))
        station.forget()
        station.press("u")
        #expect(!station.effects.contains(.undo))
    }

    @Test("a press on a sentence at the foot runs none of the hints beneath it")
    func pressOnNotice() throws {
        var station = Station()
        let hint = try #require(station.desk.footerHints.first { $0.id == .claim })
        let press = MouseEvent(
            action: .press,
            point: Point(x: hint.columns.lowerBound, y: station.desk.height - 1)
        )
        station.press("J")
        #expect(station.screen.contains("runs nothing here"))
        station.send(.input(.mouse(press)))
        #expect(station.writes.isEmpty)
        station.send(.input(.mouse(press)))
        #expect(station.writes.count == 1, "and now it is seen")
    }
}

extension AtHandTests {
    @Test("a conversation that is gone into by its number is read, as one that is opened")
    func readByNumber() throws {
        var station = Station()
        let unread = try #require(station.office.leads.firstIndex { $0.isUnread })
        let id = station.office.leads[unread].id
        while station.desk.leads.selected?.id != id {
            let before = station.desk.leads.selected?.id
            station.press("j")
            try #require(station.desk.leads.selected?.id != before)
        }
        station.press("2")
        #expect(station.writes == [.markRead(MarkRead(conversation: id))])
    }

    /// A desk whose first lead left an address, and whose conversation the platform calls that.
    private func staged(_ status: String) throws -> (Station, LeadCard) {
        var station = Station()
        var row = try #require(station.office.leads.first)
        row.hasContact = true
        row.stage = .contactKnown
        station.office.leads[0] = row
        var card = LeadCard(lead: row)
        card.status = status
        station.office.cards[row.id] = card
        station.send(.replicaChanged)
        while station.desk.leads.selected?.id != row.id {
            let before = station.desk.leads.selected?.id
            station.press("j")
            try #require(station.desk.leads.selected?.id != before)
        }
        return (station, card)
    }

    @Test("the stages begin at the lead's own, in the words of the list")
    func stages() throws {
        var (station, _) = try staged("info_collected")
        station.press("s")
        guard case .choosing(let menu) = station.desk.mode else {
            Issue.record("no list of stages")
            return
        }
        #expect(station.desk.choices(of: menu)[menu.selection] == .stage("info_collected"))
        #expect(station.screen.contains("handed to a person"))
    }

    @Test("a stage that a lead is beyond by what is known of it is said not to be seen")
    func beyond() throws {
        var (station, card) = try staged("info_collected")
        let rule = SetStage(conversation: card.lead.id, status: "chat_initiated", seen: card.status)
        station.send(.written(.setStage(rule)))
        #expect(station.screen.contains("the lead shows “contact known”"))
        let other = SetStage(conversation: card.lead.id, status: "handed_off", seen: card.status)
        station.send(.written(.setStage(other)))
        #expect(!station.screen.contains("the lead shows"))
    }
}
