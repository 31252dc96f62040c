import GRDB
import GRDBSQLite
import Model
import Testing

@testable import Replica

@Suite("Pages of tours")
struct TourPageTests {
    private static let office = Office.company() + Office.property(1, name: "Northgate")
    private let profile = Profile()

    private func page(_ replica: ReplicaWriter, _ query: TourQuery) throws -> TourPage {
        guard case .tours(let page) = try replica.see(.tours(query)) else {
            throw TestFailure("no tours")
        }
        return page
    }

    private func day(_ text: String) throws -> LocalDate {
        try #require(LocalDate(text))
    }

    @Test("days are counted as each property's wall has them, by what became of the tours")
    func counts() async throws {
        let replica = try await profile.replica(
            of: Self.office + Office.property(2, name: "Aloha", state: "HI") + [
                // 23:30 on the 24th in California, 00:30 on the 25th there, 22:30 in Honolulu.
                Office.tour(1, at: "2026-11-25T07:30:00Z"),
                Office.tour(2, at: "2026-11-25T08:30:00Z", status: "completed"),
                Office.tour(3, property: 2, manager: nil, at: "2026-11-25T08:30:00Z"),
                Office.tour(4, at: "2026-11-24T20:00:00Z", status: "canceled"),
                Office.tour(5, at: "2026-11-24T21:00:00Z", status: "no-show"),
                Office.tour(6, at: "2026-12-24T21:00:00Z"),
            ]
        )
        let first = try day("2026-11-24")
        let counted = try day("2026-11-01")..<day("2026-12-01")
        let page = try page(
            replica,
            TourQuery(from: first, to: first.adding(days: 1), counted: counted)
        )
        #expect(
            page.counts == [
                first: TourCount(held: 2, lost: 2, unmanaged: 1),
                first.adding(days: 1): TourCount(held: 1),
            ]
        )
        #expect(page.tours.count == 4, "of the month only the chosen day's are read")
    }

    @Test("a month of counts and its days' pages agree, over a change of the clock too")
    func countsAgree() async throws {
        let rows = (0..<400).map { number in
            let start = instant("2026-10-20T00:00:00Z").advanced(by: .seconds(number * 4_711))
            return Office.tour(number, at: start.text)
        }
        let replica = try await profile.replica(of: Self.office + rows)
        let from = try day("2026-10-19")
        let counted = from..<from.adding(days: 30)
        let counts = try page(replica, TourQuery(from: from, to: from, counted: counted)).counts
        for offset in 0..<30 {
            let day = from.adding(days: offset)
            let page = try page(replica, TourQuery(from: day, to: day.adding(days: 1)))
            #expect(page.tours.count == counts[day]?.held ?? 0, "\(day.text)")
        }
        #expect(counts.values.reduce(0) { $0 + $1.held } == 400)
    }

    @Test("a stretch is cut at its limit, and all of it is counted")
    func limit() async throws {
        let rows = (0..<200).map { number in
            let start = instant("2026-11-24T08:00:00Z").advanced(by: .seconds(number * 60))
            return Office.tour(number, at: start.text)
        }
        let replica = try await profile.replica(of: Self.office + rows)
        let first = try day("2026-11-24")
        let page = try page(
            replica,
            TourQuery(from: first, to: first.adding(days: 28), limit: 30)
        )
        #expect(page.tours.count == 30)
        #expect(page.total == 200)
        #expect(page.tours.map(\.start) == page.tours.map(\.start).sorted())
        #expect(page.tours.last?.overlaps == true, "with one that is cut off")
    }

    @Test("a property's tours are in the zone that was set for it, before what its state says")
    func zone() async throws {
        let replica = try await profile.replica(
            of: Self.office + [
                Office.row(
                    .propertySettings,
                    1,
                    [
                        "property_id": Office.ref(.property, 1),
                        "time_zone": .text("America/New_York"),
                    ]
                ),
                Office.tour(1, at: "2026-11-25T04:30:00Z"),
            ]
        )
        let first = try day("2026-11-24")
        let page = try page(replica, TourQuery(from: first, to: first.adding(days: 1)))
        #expect(page.tours.first?.localStart.clock == "23:30")
        guard case .overview(let overview) = try replica.see(.overview) else {
            throw TestFailure("no overview")
        }
        #expect(overview.properties.map(\.zone.name) == ["America/New_York"])
    }

    @Test("a shift finds today's tours and the last without an outcome among a month of thousands")
    func shift() async throws {
        let today = try day("2026-11-23")
        // Some 2,300 before today, each cancelled or given but every hundredth.
        let earlier = (0..<2_300).map { number in
            let start = instant("2026-10-25T08:00:00Z").advanced(by: .seconds(number * 1_080))
            let status = number % 100 == 0 ? "booked" : number % 2 == 0 ? "Canceled" : "completed"
            return Office.tour(number, at: start.text, minutes: 15, status: status)
        }
        let replica = try await profile.replica(
            of: Self.office + earlier + [
                Office.tour(5_000, at: "2026-11-23T18:00:00Z"),
                Office.tour(5_001, at: "2026-11-23T20:00:00Z", status: "cancelled"),
            ]
        )
        let query = ShiftQuery(since: instant("2026-11-23T08:00:00Z"), day: today)
        guard case .shift(let page) = try replica.see(.shift(query)) else {
            throw TestFailure("no shift")
        }
        #expect(page.tours.map(\.id) == [Office.id(.tours, 5_000)])
        let missing: [TourID] = page.missing.map(\.id)
        #expect(missing.first == Office.id(.tours, 2_200))
        #expect(missing.count == min(PageSize.shift, 23))
        #expect(page.missing.map(\.start) == page.missing.map(\.start).sorted(by: >))
    }

    @Test("among 100,000 tours a view costs what it costs among a thousand")
    func crowded() async throws {
        let replica = try await profile.replica(
            of: Self.office + [Office.tour(0, at: "2026-11-25T18:00:00Z")]
        )
        let today = try day("2026-11-24")
        let month = today.adding(days: -23)..<today.adding(days: 19)
        let queries = [
            TourQuery(from: today.monday, to: today.monday.adding(days: 7)),
            TourQuery(from: today, to: today.adding(days: 1)),
            TourQuery(from: today, to: today.adding(days: 28), limit: PageSize.agenda),
            TourQuery(from: today, to: today.adding(days: 1), counted: month),
        ]
        // Twenty a day around today, all others years before.
        try await add(840, from: "2026-11-01T00:00:00Z", every: 4_320, to: replica)
        let few = try queries.map { try steps(of: replica, $0) }
        try await add(100_000, from: "2019-01-01T00:00:00Z", every: 1_200, to: replica)
        let many = try queries.map { try steps(of: replica, $0) }
        for (few, many) in zip(few, many) {
            #expect(few > 0 && many <= few + few / 10, "\(few) steps, then \(many)")
        }
    }

    private func add(
        _ count: Int,
        from start: String,
        every seconds: Int,
        to replica: ReplicaWriter
    ) async throws {
        try await replica.connection { db in
            try db.execute(
                sql: """
                    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
                    INSERT INTO tours (id, property_id, property_manager_id, prospect_name,
                        tour_datetime, duration_minutes, tour_type, status)
                    SELECT randomblob(16), t.property_id, t.property_manager_id, 'A',
                        strftime('%Y-%m-%dT%H:%M:%S.000000Z', ?, '+' || (i * ?) || ' seconds'),
                        30, 'in_person', 'scheduled'
                    FROM n, (SELECT * FROM tours LIMIT 1) t
                    """,
                arguments: [count - 1, start, seconds]
            )
        }
    }

    /// How many hundred instructions of SQLite's machine a page takes.
    private func steps(of replica: ReplicaWriter, _ query: TourQuery) throws -> Int {
        let steps = try replica.reader.read { db in
            let count = Count()
            let context = Unmanaged.passUnretained(count).toOpaque()
            let tick: @convention(c) (UnsafeMutableRawPointer?) -> CInt = { context in
                guard let context else { return 0 }
                Unmanaged<Count>.fromOpaque(context).takeUnretainedValue().value += 1
                return 0
            }
            sqlite3_progress_handler(db.sqliteConnection, 100, tick, context)
            defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
            _ = try PageBuilder(db: db, now: Profile.now, agent: Office.agent).page(.tours(query))
            return withExtendedLifetime(count) { count.value }
        }
        return steps ?? 0
    }

    private final class Count {
        var value = 0
    }
}
