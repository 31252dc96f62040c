import Model
import Testing

@testable import Desk

@Suite("A write brings along what is visible of it")
struct WrittenPagesTests {
    /// Claims the selected lead, and answers what the write is to bring along as it is then.
    private func claim(_ station: inout Station) throws -> WrittenPages {
        station.press("c")
        let wanted = station.desk.pagesOfWrite
        let lead = try #require(station.desk.leads.selected?.id)
        let row = try #require(station.office.leads.firstIndex { $0.id == lead })
        station.office.leads[row].claimedBy = station.desk.overview?.agent?.id
        station.forget()
        return WrittenPages(wanted.requests.map(station.office.answer), of: wanted)
    }

    private func isClaimed(_ station: Station) -> Bool {
        station.desk.leads.selected?.claimedBy != nil
    }

    @Test("it is shown, and nothing is read again")
    func shown() throws {
        var station = Station()
        station.isAnswering = false
        let pages = try claim(&station)
        #expect(pages.pages.count == 6, "\(pages.pages.map(\.request.slot))")
        station.send(.rowsWritten(pages))
        #expect(isClaimed(station))
        #expect(station.requests.isEmpty && station.underWay.isEmpty)
        // What changes afterwards is read as ever.
        station.send(.replicaChanged)
        #expect(station.underWay.count == 6)
    }

    @Test("where rows have changed meanwhile, it is read again instead")
    func overtaken() throws {
        var station = Station()
        let pages = try claim(&station)
        station.send(.replicaChanged)
        for row in station.office.leads.indices { station.office.leads[row].name = "Newer" }
        station.send(.replicaChanged)
        station.forget()
        station.send(.rowsWritten(pages))
        #expect(station.requests.contains { $0.slot == .leads })
        #expect(station.desk.leads.selected?.name == "Newer")
    }

    @Test("an older answer that is under way does not take its place for long")
    func underWay() throws {
        var station = Station()
        station.isAnswering = false
        let before = station.office.answer(.leads(station.desk.leads.query))
        station.send(.replicaChanged)
        let pages = try claim(&station)
        station.send(.rowsWritten(pages))
        #expect(!isClaimed(station), "the answer that is under way comes first")
        station.send(.pageArrived(before))
        #expect(station.requests.contains { $0.slot == .leads })
        station.answerAll()
        #expect(isClaimed(station))
    }

    @Test("what takes long to read, or lies in a form, does not hold the write up")
    func slow() {
        var station = Station()
        station.press("6")
        #expect(station.desk.pagesOfWrite.requests == [.overview])
    }
}
