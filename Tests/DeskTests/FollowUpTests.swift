import Model
import Testing

@testable import Desk

/// When a lead is turned to again: in the time of the office that the lead asks.
struct FollowUpTests {
    private static let harbor = PropertyID(high: 8, low: 2)

    /// A desk of two offices, the second of which is on the other coast, with its lead selected.
    private func station() throws -> Station {
        var office = Office.northgate(properties: 2)
        office.overview.properties[1].zone = try #require(Zone("America/New_York"))
        office.leads[0].property = Self.harbor
        var station = Station(office, width: 160, height: 50)
        station.desk.leads.select(office.leads[0].id, rows: 5)
        return station
    }

    @Test("what is typed means the time of the lead's own office, and is read back while one types")
    func zone() throws {
        var station = try station()
        station.press("f")
        #expect(station.screen.contains("Tue 24 Nov, 10:00 EST"))
        station.press("<Ctrl-u>")
        #expect(station.screen.contains("tue 3pm, tomorrow 10:30"))
        station.press("asdf")
        #expect(station.screen.contains("…"))
        station.press("<Ctrl-u>")
        station.press("1/15 9am")
        #expect(station.screen.contains("Fri 15 Jan 2027, 09:00 EST"))
        station.forget()
        station.press("<Ctrl-s>")
        guard case .logActivity(let rule)? = station.writes.first else {
            Issue.record("nothing was written: \(station.screen)")
            return
        }
        #expect(rule.due == Timestamp("2027-01-15T14:00:00Z"))
    }

    @Test("a time that lies behind is refused, and said once")
    func past() throws {
        var station = try station()
        station.press("f<Ctrl-u>")
        station.press("yesterday 10am")
        #expect(station.screen.contains("✗ That is in the past."))
        station.forget()
        station.press("<Ctrl-s>")
        #expect(station.writes.isEmpty)
        #expect(station.screen.ranges(of: "That is in the past.").count == 1)
    }

    @Test("the card and the list of what was refused name the zone that is not the desk's own")
    func display() throws {
        var station = try station()
        let lead = station.office.leads[0]
        let due = try #require(Timestamp("2026-11-25T15:00:00Z"))
        var card = LeadCard(lead: lead)
        card.activities = [
            LeadActivity(
                id: ActivityID(high: 1, low: 1),
                kind: "follow_up",
                agentName: nil,
                at: Office.now,
                outcome: nil,
                note: nil,
                due: due,
                done: nil
            )
        ]
        station.office.cards[lead.id] = card
        station.office.attention = [
            AttentionRow(
                id: MutationID(high: 7, low: 7),
                madeAt: Office.now,
                intent: .logActivity(
                    LogActivity(conversation: lead.id, activity: .followUp, due: due)
                ),
                refusal: Refusal(.readOnly),
                standing: nil
            )
        ]
        station.send(.replicaChanged)
        station.press("2")
        #expect(station.screen.contains("follow up · Wed 25 Nov 10:00 EST"))
        station.press("7")
        #expect(station.screen.contains("“Wed 25 Nov 10:00 EST”"))
    }
}
