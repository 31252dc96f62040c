import Model
import Testing

@testable import Desk

@Suite("A score says what speaks for it")
struct ScoreReasonsTests {
    private static let today = LocalDate("2026-11-23") ?? LocalDate(dayNumber: 0)

    @Test("what the visitor said and did, the strongest first")
    func reasons() {
        var station = Station(width: 160, height: 60)
        station.press("j2z")
        #expect(
            station.screen.contains(
                "hot, score 92: asks for a tour, left a phone, moves in 53 days, named a budget"
            )
        )
    }

    @Test("who left no contact and left the chat has that against them")
    func against() {
        var lead = Office.namedLeads[1]
        lead.session = .abandoned
        let words = ScoreReasons(card: LeadCard(lead: lead), today: Self.today).words
        #expect(words == ["left no contact", "left the chat"])
    }

    @Test("nothing of household, pets or why somebody moves is a reason")
    func fairHousing() {
        var card = LeadCard(lead: Office.namedLeads[0])
        let plain = ScoreReasons(card: card, today: Self.today).words
        card.occupants = 5
        card.petDetails = #"{"type": "dog"}"#
        card.reasonForMoving = "a divorce"
        card.workLocation = "Oakland"
        card.lead.wishes.pets = true
        #expect(ScoreReasons(card: card, today: Self.today).words == plain)
    }
}

@Suite("Alt-a goes to what needs a person from anywhere")
struct NextWaitingTests {
    @Test(
        "to the next lead that waits, out of every view, list and line",
        arguments: ["", "2", "3", "4", "4z", "5", "6", "6r", "0", "7"]
    )
    func anywhere(keys: String) {
        var station = Station(width: 160, height: 50)
        station.press(keys + "<Alt-a>")
        let selected = station.desk.leads.selected
        #expect(selected?.waitingSince != nil)
        #expect(station.desk.fullView == nil)
        #expect(station.desk.mode == .panes)
        #expect(station.desk.conversation.id == selected?.id)
        #expect(station.desk.themes.current == "foyer-dark")
    }

    @Test("where no lead waits, to the questions one by one, then to what was refused")
    func others() {
        var office = Office.northgate()
        for index in office.leads.indices { office.leads[index].waitingSince = nil }
        var station = Station(office, width: 160, height: 50)
        station.send(.outboxChanged(OutboxSummary(attention: 1)))
        station.press("<Alt-a>")
        #expect(station.desk.focus == .questions)
        for _ in office.questions.indices.dropFirst() { station.press("<Alt-a>") }
        #expect(station.desk.questions.selected?.id == office.questions.last?.id)
        station.press("<Alt-a>")
        #expect(station.desk.place == .attention)
        station.press("<Esc>")
        #expect(station.desk.place == .questions)
    }

    @Test("where nobody and nothing waits, it says so")
    func nobody() {
        var office = Office.northgate()
        for index in office.leads.indices { office.leads[index].waitingSince = nil }
        office.questions = []
        var station = Station(office, width: 160, height: 50)
        station.press("<Alt-a>")
        #expect(station.screen.contains("Nobody waits for a person."))
    }
}
