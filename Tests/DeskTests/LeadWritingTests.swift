import Model
import Screen
import Testing

@testable import Desk

/// Keys that write about leads: what they ask to be kept, and how many they are.
struct LeadWritingTests {
    @Test("a lead is claimed with one key, and released with the same")
    func claim() throws {
        var station = Station()
        let lead = try #require(station.desk.leads.rows.first)
        let me = try #require(station.desk.overview?.agent?.id)
        station.press("c")
        #expect(
            station.writes == [
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
            station.writes == [
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
        let rest = String(repeating: "so on ", count: 20)
        card.activities[0].note = "third floor,\nand \(rest)end"
        station.office.cards[lead.id] = card
        station.send(.replicaChanged)
        #expect(station.screen.contains("“third floor, and so on"))
        #expect(!station.screen.contains("end” · Luis O."))
        station.press("I")
        #expect(station.screen.contains("end” · Luis O."), "read to its end with all of the card")
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
        #expect(station.writes == [.markRead(MarkRead(conversation: id))])
        station.office.leads[index].isUnread = false
        station.send(.replicaChanged)
        station.press("<Esc><Enter>")
        #expect(station.writes.count == 1)
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
            station.writes == [
                .assignLead(AssignLead(conversation: lead.id, to: luis.id, seen: lead.claimedBy))
            ]
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
}
