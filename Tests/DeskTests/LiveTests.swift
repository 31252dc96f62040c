import Model
import Screen
import Testing

@testable import Desk

struct LiveTests {
    @Test("a selected lead stays under the cursor when leads arrive above it")
    func selectionStays() {
        var station = Station(height: 60)
        station.press("jjjj")
        let selected = station.desk.leads.selected?.id
        let line = station.desk.leads.cursor.row
        station.office.leads.append(contentsOf: (100..<103).map { Office.waitingLead($0) })
        station.send(.replicaChanged)
        #expect(station.desk.leads.selected?.id == selected)
        #expect(station.desk.leads.cursor.index == 7)
        #expect(station.desk.leads.cursor.row == line)
    }

    @Test("a list that nobody touched stays at its top when a lead arrives")
    func topStays() {
        var station = Station()
        station.office.leads.append(Office.waitingLead(100))
        station.send(.replicaChanged)
        #expect(station.desk.leads.cursor.index == 0)
        #expect(station.desk.leads.selected?.id == Office.waitingLead(100).id)
        #expect(station.desk.conversation.id == Office.waitingLead(100).id)
    }

    @Test("a conversation that is being read is not replaced by a new lead's")
    func readingStays() {
        var station = Station()
        station.press("<Enter>")
        let open = station.desk.conversation.id
        station.office.leads.append(Office.waitingLead(100))
        station.send(.replicaChanged)
        #expect(station.desk.conversation.id == open)
    }

    @Test("a selected lead that left the list leaves its place to the next")
    func selectionLeaves() {
        var station = Station()
        station.press("jj")
        let next = station.desk.leads.rows[3].id
        station.office.leads.removeAll { $0.id == station.desk.leads.selected?.id }
        station.send(.replicaChanged)
        #expect(station.desk.leads.cursor.index == 0 || station.desk.leads.selected?.id == next)
    }

    @Test("nobody is told that they have no property before the hub has said so")
    func noPropertyYet() {
        var office = Office.northgate()
        office.overview.properties = []
        var station = Station(office, freshness: .firstSync(SyncProgress(rows: 0, total: nil)))
        #expect(!station.screen.contains("no property"))
        station.send(.replicaChanged)
        station.send(.freshnessChanged(.live))
        #expect(station.screen.contains("no property is assigned to you"))
        station.isAnswering = false
        station.send(.replicaChanged)
        #expect(!station.screen.contains("no property"))
    }

    @Test("somebody new who waits rings the bell once, and only while live")
    func bell() {
        var station = Station()
        station.office.overview.waiting += 1
        station.send(.replicaChanged)
        #expect(station.effects == [.bell])
        station.send(.replicaChanged)
        #expect(station.effects == [.bell])
        station.send(.freshnessChanged(.catchingUp))
        station.office.overview.waiting += 5
        station.send(.replicaChanged)
        #expect(station.effects == [.bell])
    }

    @Test("a conversation follows what arrives while at the bottom")
    func following() {
        var station = Station()
        station.office.transcripts[station.desk.leads.rows[0].id]?.append(
            Office.message(900, .visitor, "one more thing", at: Office.now)
        )
        station.send(.replicaChanged)
        #expect(station.screen.contains("one more thing"))
    }

    @Test("a conversation that is scrolled back holds still and counts what is new")
    func holdingStill() throws {
        var station = Station(.crowded(3))
        let id = try #require(station.desk.conversation.id)
        station.office.transcripts[id] = Office.longTalk(300)
        station.send(.replicaChanged)
        station.press("2<PgUp>")
        let before = station.desk.conversation.position
        let line = station.screen.split(separator: "\n").first { $0.contains("message number") }
        for number in 0..<3 {
            station.office.transcripts[id]?.append(
                Office.message(UInt64(1_000 + number), .visitor, "new \(number)", at: Office.now)
            )
        }
        station.send(.replicaChanged)
        #expect(station.desk.conversation.position == before)
        #expect(station.screen.contains("3 new ↓"))
        #expect(
            station.screen.split(separator: "\n").first { $0.contains("message number") } == line
        )
        station.press("G")
        #expect(station.screen.contains("new 2"))
        #expect(station.screen.contains("following, live"))
    }

    @Test("a talk of 2,000 messages is read from its end to its beginning and back")
    func longTalk() throws {
        var station = Station(.crowded(3))
        let id = try #require(station.desk.conversation.id)
        station.office.transcripts[id] = Office.longTalk(2_000)
        station.send(.replicaChanged)
        station.press("2")
        for _ in 0..<400 { station.press("<PgUp>") }
        #expect(station.screen.contains("message number 0 of"))
        for _ in 0..<400 { station.press("<PgDn>") }
        #expect(station.screen.contains("message number 1999 of"))
        #expect(station.desk.conversation.position == .following)
        station.press("g")
        #expect(station.screen.contains("message number 0 of"))
        station.press("G")
        #expect(station.screen.contains("message number 1999 of"))
    }

    @Test("/ finds the newest match, n and N go on and around")
    func search() throws {
        var station = Station(.crowded(3))
        let id = try #require(station.desk.conversation.id)
        station.office.transcripts[id] = Office.longTalk(150)
        station.send(.replicaChanged)
        station.press("2/number 14 <Enter>")
        #expect(station.screen.contains("message number 14 of"))
        station.press("<Esc>/number 1<Enter>")
        let newest = station.desk.conversation.search.here
        #expect(newest == Office.longTalk(150)[149].id)
        station.press("n")
        #expect(station.desk.conversation.search.here == Office.longTalk(150)[148].id)
        station.press("NN")
        #expect(station.desk.conversation.search.here == Office.longTalk(150)[1].id)
        station.press("n")
        #expect(station.desk.conversation.search.here == newest)
    }

    @Test("a burst of changes leaves one request of a kind under way, then asks for the newest")
    func coalescing() {
        var station = Station()
        station.isAnswering = false
        station.forget()
        for _ in 0..<50 {
            station.send(.replicaChanged)
            station.press("j")
        }
        let kinds = Dictionary(grouping: station.requests) { $0.slot }
        for (slot, requests) in kinds { #expect(requests.count == 1, "\(slot)") }
        station.isAnswering = true
        let wanted = station.desk.conversation.id
        for request in station.requests {
            station.send(.pageArrived(station.office.answer(request)))
        }
        #expect(station.desk.conversation.page?.query.conversation == wanted)
    }

    @Test("a request that fails is not repeated until something changes")
    func failure() throws {
        var station = Station()
        station.isAnswering = false
        station.send(.replicaChanged)
        station.forget()
        station.send(.readFailed(.overview))
        #expect(!station.requests.contains(.overview))
        station.send(.replicaChanged)
        #expect(station.requests.contains(.overview))
    }

    @Test("a conversation that left this terminal says so")
    func gone() {
        var station = Station()
        station.office.transcripts.removeAll()
        station.send(.replicaChanged)
        #expect(station.screen.contains("not on this terminal any more"))
    }

    @Test("waiting is counted in open hours, and late is marked without colour")
    func waiting() {
        let station = Station()
        var lead = Office.lead(1, name: "A")
        lead.waitingSince = Timestamp("2026-11-23T14:00:00Z")
        #expect(station.desk.waiting(of: lead).text == "5h", "open since nine, not since six")
        lead.waitingSince = Office.ago(4)
        #expect(station.desk.waiting(of: lead) == .init(text: "4m", sign: "", role: .text))
        lead.waitingSince = Office.ago(5)
        #expect(station.desk.waiting(of: lead).sign == "!")
        lead.waitingSince = Office.ago(15)
        #expect(station.desk.waiting(of: lead).sign == "!!")
    }

    @Test("one who wrote while the office is shut has not waited a minute, and did not just write")
    func waitingAtNight() {
        var station = Station()
        station.send(.minuteTurned(now: Office.now.advanced(by: .seconds(10 * 3_600))))
        var lead = Office.lead(1, name: "A")
        lead.waitingSince = station.desk.now.advanced(by: .seconds(-3_600))
        #expect(station.desk.waiting(of: lead) == .init(text: "0m", sign: "", role: .muted))
        lead.waitingSince = station.desk.now.advanced(by: .seconds(-30))
        #expect(station.desk.waiting(of: lead).text == "now")
    }

    @Test("what becomes of writes in the outbox makes nothing but what shows it be read again")
    func outboxAlone() {
        var station = Station()
        station.forget()
        station.send(.outboxChanged(OutboxSummary(waiting: 1)))
        #expect(station.requests.isEmpty)
        station.press("7")
        station.forget()
        station.send(.outboxChanged(OutboxSummary(waiting: 0, attention: 1)))
        #expect(station.requests == [.attention])
    }
}
