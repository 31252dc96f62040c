import Model
import Testing

@testable import Desk

/// A desk that is narrowed to one of several properties.
struct PropertiesTests {
    private static let harbor = PropertyID(high: 8, low: 2)

    private func station(_ width: Int = 132, _ height: Int = 36) -> Station {
        var office = Office.northgate(properties: 3)
        office.leads[2].property = Self.harbor
        office.leads[2].propertyName = "Harbor Lofts"
        office.questions[0].property = Self.harbor
        office.overview.waits = [
            Office.property: PropertyWaits(waiting: 2, questions: 4),
            Self.harbor: PropertyWaits(waiting: 1, questions: 1),
        ]
        return Station(office, width: width, height: height)
    }

    private func kept(_ station: Station) -> [String] {
        station.effects.compactMap { effect in
            guard case .keepDraft(name: "desk/property", let text) = effect else { return nil }
            return text
        }
    }

    @Test("the list says what waits at each property, and typing narrows it")
    func list() {
        var station = station()
        #expect(station.screen.contains(" 3 properties ▾ "))
        station.press("<Space>p")
        #expect(station.screen.contains("● All properties"))
        #expect(station.screen.contains("2 waiting · 4 questions"))
        #expect(station.screen.contains("1 waiting · 1 question "))
        #expect(station.screen.contains("0 waiting · 0 questions"))
        station.press("harb")
        #expect(!station.screen.contains("Cedar Court"))
        station.press("<Enter>")
        #expect(station.screen.contains("Harbor Lofts ▾ (3 properties)"))
        #expect(station.screen.contains("Only Harbor Lofts"))
        #expect(kept(station) == [Self.harbor.text])
    }

    @Test("the whole desk is narrowed: every pane and view asks for that property alone")
    func narrows() {
        var station = station()
        station.press("<Space>pharb<Enter>")
        station.forget()
        station.press("456034")
        station.send(.replicaChanged)
        station.press("506")
        let harbor = Self.harbor
        var kinds: Set<String> = []
        for request in station.requests {
            switch request {
            case .leads(let query):
                kinds.insert("leads")
                #expect(query.filter.conditions == [.at(harbor)])
            case .questions(let query):
                kinds.insert("questions")
                #expect(query.property == harbor)
            case .tours(let query):
                kinds.insert("tours")
                #expect(query.property == harbor)
            case .emails(let query):
                kinds.insert("emails")
                #expect(query.property == harbor)
            case .insights(let query):
                kinds.insert("insights")
                #expect(query.property == harbor)
            case .shift(let query):
                kinds.insert("shift")
                #expect(query.property == harbor)
            default: break
            }
        }
        #expect(kinds == ["leads", "questions", "tours", "emails", "insights", "shift"])
    }

    @Test("a filter that is typed holds within the property, and clearing it leaves the property")
    func filters() {
        var station = station()
        station.press("<Space>pharb<Enter>/hot<Enter>")
        #expect(station.desk.leads.query.filter.conditions == [.hot, .at(Self.harbor)])
        #expect(station.desk.leads.isFiltered)
        station.press("<Esc>")
        #expect(station.desk.leads.query.filter.conditions == [.at(Self.harbor)])
        #expect(!station.desk.leads.isFiltered)
        #expect(station.screen.contains("1 of 1 · 1 waiting"))
    }

    @Test("all undoes it, and is remembered too")
    func all() {
        var station = station()
        let before = station.screen
        station.press("<Space>pharb<Enter><Space>pall prop<Enter>")
        #expect(kept(station) == [Self.harbor.text, ""])
        station.press("<Esc>")
        station.desk.notice = nil
        #expect(station.screen == before)
    }

    @Test("it is remembered from one day to the next, and forgotten with the property")
    func remembered() {
        var station = station()
        station.send(.draftsKnown(["desk/property": Self.harbor.text]))
        #expect(station.screen.contains("Harbor Lofts ▾"))
        station.office.overview.properties.remove(at: 1)
        station.send(.replicaChanged)
        #expect(station.desk.scope == nil)
        #expect(station.screen.contains(" 2 properties ▾ "))
    }

    @Test("who works at one property is told that there is no other")
    func single() {
        var station = Station()
        station.press("<Space>p")
        #expect(station.screen.contains("You work at one property"))
        #expect(!station.screen.contains("▾"))
    }

    @Test("a desk that is heard says which property it is narrowed to")
    func heard() {
        var station = Station(
            Office.northgate(properties: 3),
            options: DeskOptions(isLinear: true)
        )
        station.press("<Space>pharb<Enter>")
        #expect(station.desk.scene.name == "Foyer. Harbor Lofts, of 3 properties. Dana Whitfield.")
    }

    @Test("the list and the narrowed desk look as recorded")
    func looks() throws {
        for (width, height) in [(60, 16), (80, 24), (132, 36), (200, 50)] {
            var station = station(width, height)
            station.press("<Space>p")
            try expectGolden(station.screen, "properties-\(width)x\(height)")
            station.press("harb<Enter>")
            try expectGolden(station.screen, "narrowed-\(width)x\(height)")
        }
    }
}
