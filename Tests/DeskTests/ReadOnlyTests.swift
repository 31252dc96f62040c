import Model
import Testing

@testable import Desk

/// The desk of an agent who may only read: the same, with the writing keys explained as not theirs.
struct ReadOnlyTests {
    private static let northgate = PropertyID(high: 8, low: 1)
    private static let harbor = PropertyID(high: 8, low: 2)

    private func station(_ access: WriteAccess, properties: Int = 1) -> Station {
        var office = Office.northgate(properties: properties)
        office.overview.access = access
        return Station(office)
    }

    /// Commands beside those that write which stand among them in the table.
    private static let harmless: Set<CommandID> = [
        .undo, .attention, .knowledge, .emails, .findDuplicates, .visits, .team,
        .openEmailLead,
        .nextFilter, .previousFilter, .letGo, .grabUp, .grabDown, .grabLeft, .grabRight,
        .grabHourUp, .grabHourDown,
    ]

    @Test("every command that writes says whose it is not, in one table for all")
    func everyCommand() {
        let station = station(.only([]))
        let rows = Command.writing + Command.office + Command.email + Command.grabbing
        for command in rows where !Self.harmless.contains(command.id) {
            #expect(
                station.desk.obstacle(to: command) == WriteAccess.nowhere,
                "\(command.id.rawValue)"
            )
        }
        for command in Command.all where command.writes == nil {
            #expect(station.desk.obstacle(to: command) != WriteAccess.nowhere)
        }
    }

    @Test("no writing key writes or opens anything, and each says why")
    func keys() {
        var station = station(.only([]))
        for (pane, keys) in [("1", "atmcAspefbCMS"), ("3", "avxe"), ("4", "btmxcdng")] {
            station.press(pane)
            for key in keys {
                station.forget()
                station.press(String(key))
                #expect(station.writes.isEmpty, "\(pane)\(key)")
                #expect(station.desk.mode == .panes, "\(pane)\(key)")
                #expect(station.screen.contains(WriteAccess.nowhere), "\(pane)\(key)")
            }
        }
    }

    @Test("footer, help and palette tell it before a key is pressed")
    func told() {
        var station = station(.only([]))
        let footer = station.screen.split(separator: "\n").last ?? ""
        #expect(footer.contains("Enter open") && !footer.contains("t tour"))
        station.press("?")
        station.press("log a call")
        #expect(station.screen.contains("Not now:"))
        station.press("<Esc>:")
        station.press("log a call")
        #expect(station.screen.contains("Not now:"))
    }

    @Test("an unread lead that is opened stays unread: that is for who may write")
    func unread() {
        var station = station(.only([]))
        station.office.leads[0].isUnread = true
        station.send(.replicaChanged)
        station.forget()
        station.press("<Enter>")
        #expect(station.writes.isEmpty)
        #expect(station.desk.focus == .conversation)
    }

    @Test("the property decides: a lead there is read, a lead here is written about")
    func byProperty() throws {
        var station = station(.everywhere(but: [Self.harbor]), properties: 2)
        let lead = try #require(station.desk.leads.selected)
        let index = try #require(station.office.leads.firstIndex { $0.id == lead.id })
        station.office.leads[index].property = Self.harbor
        station.send(.replicaChanged)
        station.forget()
        station.press("c")
        #expect(station.writes.isEmpty)
        #expect(station.screen.contains(WriteAccess.words(at: "Harbor Lofts")))
        station.office.leads[index].property = Self.northgate
        station.send(.replicaChanged)
        station.press("c")
        #expect(station.writes.count == 1)
    }

    @Test("a level that changes while a form is open holds it back, and lets it go again")
    func changing() throws {
        var station = station(.full)
        station.press("e")
        station.press("prefers the third floor")
        station.office.overview.access = .only([])
        station.send(.replicaChanged)
        station.press("<Ctrl-s>")
        #expect(station.writes.isEmpty)
        #expect(station.screen.contains(WriteAccess.nowhere))
        #expect(station.desk.form?.text("note") == "prefers the third floor")
        station.office.overview.access = .full
        station.send(.replicaChanged)
        station.press("<Ctrl-s>")
        #expect(station.writes.count == 1)
    }
}
