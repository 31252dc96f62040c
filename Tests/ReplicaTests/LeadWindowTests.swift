import Foundation
import Model
import Testing

@testable import Replica

@Suite("The leads list is read by window")
struct LeadWindowTests {
    /// Forty leads with scores, ties, times and move-ins, some unknown.
    private static let rows =
        Office.company() + Office.property(1, name: "Northgate")
        + Office.property(2, name: "Südhof")
        + (1...40).flatMap { number -> [TableRow] in
            let day = String(format: "%02d", number % 13 + 1)
            return [
                Office.visitor(number, first: "Visitor\(number)"),
                Office.conversation(
                    number,
                    chatbot: number % 2 + 1,
                    visitor: number,
                    status: number % 3 == 0 ? "active" : "completed",
                    start: "2026-11-\(day)T10:00:00Z",
                    [
                        "lead_score": number % 5 == 0 ? .null : .integer(Int64(number * 7 % 100)),
                        "move_in_date": number % 4 == 0
                            ? .null : .text("2026-1\(number % 3)-\(day)"),
                        "has_pets": .boolean(number % 2 == 0),
                        "apartment_size_preference": .text(number % 2 == 0 ? "2 bed" : "Studio"),
                    ]
                ),
                Office.message(
                    number,
                    in: number,
                    number % 2 == 0 ? "Is parking included?" : "Cats, naturally",
                    at: number == 7 ? nil : "2026-11-\(day)T10:0\(number % 10):00Z"
                ),
            ]
        }

    @Test(
        "windows forward, backward and around agree with the whole list",
        arguments: LeadOrder.allCases
    )
    func windows(order: LeadOrder) async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        let whole = try replica.leads(LeadQuery(order: order, reach: 100))
        #expect(whole.rows.count == 40)
        #expect(Set(whole.rows.map(\.id)).count == 40)
        #expect(whole.rows.elementsEqual(whole.rows.sorted { isOrdered($0, $1, order) }))
        let last = try replica.leads(LeadQuery(order: order, anchor: .last, reach: 9))
        #expect(last.rows == Array(whole.rows.suffix(10)))
        #expect(last.offset == 30)
        for (index, row) in whole.rows.enumerated() {
            let page = try replica.leads(LeadQuery(order: order, anchor: .around(row.id), reach: 4))
            let range = max(0, index - 4)..<min(40, index + 5)
            #expect(page.rows == Array(whole.rows[range]), "around \(index)")
            #expect(page.offset == range.lowerBound, "around \(index)")
            #expect(page.total == 40)
        }
    }

    @Test(
        "a filtered list is windowed and counted like the whole one",
        arguments: LeadOrder.allCases
    )
    func filteredWindows(order: LeadOrder) async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        let filter = try LeadFilter.parse("parking pets beds:2 score>10").get()
        let all = try replica.leads(LeadQuery(order: order, reach: 100)).rows
        let expected = all.filter { row in
            row.wishes.pets == true && (row.score ?? 0) > 10
                && row.lastLine?.hasPrefix("Is") == true
        }
        #expect(expected.count > 5)
        let page = try replica.leads(LeadQuery(filter: filter, order: order, reach: 100))
        #expect(page.rows == expected)
        #expect(page.total == expected.count)
        for (index, row) in expected.enumerated() {
            let query = LeadQuery(filter: filter, order: order, anchor: .around(row.id), reach: 2)
            let around = try replica.leads(query)
            let range = max(0, index - 2)..<min(expected.count, index + 3)
            #expect(around.rows == Array(expected[range]))
            #expect(around.offset == range.lowerBound)
        }
    }

    @Test("a lead that has left the list gives the list from its top")
    func anchorGone() async throws {
        let profile = Profile()
        let replica = try await profile.replica(of: Self.rows)
        let gone = LeadQuery(anchor: .around(Office.id(.conversation, 99)), reach: 3)
        #expect(try replica.leads(gone).rows == replica.leads(LeadQuery(reach: 3)).rows)
        #expect(try replica.leads(gone).query == gone)
    }

    @Test(
        "each condition lets through what it says",
        arguments: [
            ("hot", 0), ("waiting", 13), ("unread", 1), ("pets", 20), ("contact", 0),
            ("stage:new", 40), ("property:süd", 20), ("property:NORTH", 20), ("beds:studio", 20),
            ("since:1w", 0), ("since:52w", 40), ("visitor7", 1), ("cats naturally", 20),
            ("visitor1 CATS", 6), ("nothingofthat", 0),
        ]
    )
    func conditions(text: String, count: Int) async throws {
        let profile = Profile()
        let notification = Office.row(
            .leadNotification,
            1,
            [
                "conversation_id": Office.ref(.conversation, 3),
                "property_manager_id": Office.ref(.propertyManager, 1),
            ]
        )
        let replica = try await profile.replica(of: Self.rows + [notification])
        let filter = try LeadFilter.parse(text).get()
        let page = try replica.leads(LeadQuery(filter: filter, reach: 100))
        #expect(page.rows.count == count)
        #expect(page.total == count)
    }

    @Test("a move-in is past by the day of its property, whatever day it is in Greenwich")
    func moveInToday() async throws {
        let profile = Profile()
        let settings = Office.row(
            .propertySettings,
            1,
            [
                "property_id": Office.ref(.property, 1),
                // Fourteen hours ahead it is the 24th already.
                "time_zone": .text("Pacific/Kiritimati"),
            ]
        )
        let leads = [(1, "2026-11-23"), (2, "2026-11-25")].map { number, day in
            Office.conversation(number, ["move_in_date": .text(day)])
        }
        let replica = try await profile.replica(
            of: Office.company() + Office.property(1, name: "Northgate") + [settings] + leads
        )
        let page = try replica.leads(LeadQuery(order: .moveIn, reach: 10))
        #expect(page.rows.map(\.wishes.moveIn?.text) == ["2026-11-25", "2026-11-23"])
    }

    private func isOrdered(_ left: LeadRow, _ right: LeadRow, _ order: LeadOrder) -> Bool {
        for (a, b) in zip(keys(left, order), keys(right, order)) where a != b { return a < b }
        return left.id < right.id
    }

    /// Ascending.
    private func keys(_ row: LeadRow, _ order: LeadOrder) -> [Int64] {
        let activity = -(row.lastActivity?.microseconds ?? .min + 1)
        let seconds = -(row.lastActivity?.seconds ?? 0)
        switch order {
        case .waiting:
            return row.waitingSince.map { [0, $0.microseconds] } ?? [1, activity]
        case .score: return [-Int64(row.score ?? 0), seconds]
        case .newest: return [activity]
        case .moveIn:
            let today = Zone.utc.local(Profile.now).date.dayNumber
            guard let day = row.wishes.moveIn?.dayNumber else { return [2, 0, seconds] }
            return day >= today
                ? [0, Int64(day), seconds] : [1, Int64(-day), -seconds, 0]
        }
    }
}
