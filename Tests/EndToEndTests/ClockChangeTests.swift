import Foundation
import Glibc
import Testing

/// The wall's time that an agent types, at the edges of the days on which clocks change.
@Suite(.serialized)
struct ClockChangeTests {
    /// Every zone of the United States, and one far away in which the terminal is meanwhile.
    private static let zones = [
        ("America/New_York", "America/Los_Angeles"), ("America/Detroit", "America/Chicago"),
        ("America/Indiana/Indianapolis", "Pacific/Honolulu"),
        ("America/Kentucky/Louisville", "America/Denver"), ("America/Chicago", "America/New_York"),
        ("America/Indiana/Knox", "America/Phoenix"), ("America/Denver", "America/Phoenix"),
        ("America/Boise", "Asia/Kolkata"), ("America/Phoenix", "America/Denver"),
        ("America/Los_Angeles", "Europe/London"), ("America/Anchorage", "America/New_York"),
        ("America/Adak", "America/Anchorage"), ("Pacific/Honolulu", "America/Los_Angeles"),
        ("America/Puerto_Rico", "America/New_York"), ("Pacific/Guam", "America/New_York"),
    ]

    /// What is typed behind the day, what the wall shows then, and how many hours it is from UTC's
    /// midnight of that wall day; nil where the clock never shows it, or shows it twice.
    private struct Edge {
        var isSpring: Bool
        var typed: String
        var clock: String
        /// Whether it lies in the hour that is skipped or doubled.
        var isInside: Bool
    }

    private static let edges = [
        Edge(isSpring: true, typed: "1:30am", clock: "01:30", isInside: false),
        Edge(isSpring: true, typed: "2:30am", clock: "02:30", isInside: true),
        Edge(isSpring: true, typed: "3am", clock: "03:00", isInside: false),
        Edge(isSpring: false, typed: "12:30am", clock: "00:30", isInside: false),
        Edge(isSpring: false, typed: "1:30am", clock: "01:30", isInside: true),
        Edge(isSpring: false, typed: "2am", clock: "02:00", isInside: false),
    ]

    private let desks: Desks
    private let spring: DateComponents
    private let autumn: DateComponents

    init() throws {
        desks = try Desks(questions: 1)
        let now = Date()
        (spring, autumn) = (try Self.day(true, after: now), try Self.day(false, after: now))
    }

    /// The next day on which New York's clocks are put forward, or back.
    private static func day(_ isForward: Bool, after now: Date) throws -> DateComponents {
        let zone = try #require(TimeZone(identifier: "America/New_York"))
        var change = try #require(zone.nextDaylightSavingTimeTransition(after: now))
        // Not today, whose early hours are over.
        while change < now.addingTimeInterval(86_400)
            || zone.isDaylightSavingTime(for: change.addingTimeInterval(60)) != isForward
        {
            change = try #require(zone.nextDaylightSavingTimeTransition(after: change))
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.dateComponents([.year, .month, .day], from: change)
    }

    @Test("the booked time is the shown one, wherever the terminal is", arguments: zones)
    func edges(_ property: String, _ terminal: String) throws {
        try desks.change(
            """
            INSERT INTO property_settings (id, property_id, time_zone)
            SELECT id, id, '\(property)' FROM property
            """
        )
        let zone = try #require(TimeZone(identifier: property))
        _ = try desks.run(["sync", "--once"], desks.robin)
        var booked: [(wall: String, instant: Date)] = []
        for edge in Self.edges {
            let day = edge.isSpring ? spring : autumn
            let words = "\(day.month ?? 0)/\(day.day ?? 0)/\(day.year ?? 0) \(edge.typed)"
            let book = ["tour", "book", words, "--who", "Ann", "--anyway"]
            let run = try desks.run(book, desks.robin, environment: ["TZ": terminal])
            guard !edge.isInside || zone.nextDaylightSavingTimeTransition == nil else {
                #expect(run.status == 1, "\(property), \(words): \(run.output)")
                let reason = edge.isSpring ? "next is 03:00" : "twice"
                #expect(run.errors.contains(reason), "\(property), \(words): \(run.errors)")
                continue
            }
            #expect(run.status == 0, "\(property), \(words): \(run.errors)")
            booked.append(try Self.meant(day, edge.clock, zone))
        }
        try check(booked, "\(property), seen from \(terminal)", terminal)
    }

    /// What a clock on the property's wall shows at that instant, and the other way round, as
    /// Foundation's calendar has it.
    private static func meant(
        _ day: DateComponents,
        _ clock: String,
        _ zone: TimeZone
    ) throws -> (wall: String, instant: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        var parts = day
        parts.hour = Int(clock.prefix(2))
        parts.minute = Int(clock.suffix(2))
        let instant = try #require(calendar.date(from: parts))
        let date = String(
            format: "%04d-%02d-%02d",
            day.year ?? 0,
            day.month ?? 0,
            day.day ?? 0
        )
        return ("\(date) \(clock)", instant)
    }

    /// The hub's rows are those instants, and the page shows those times.
    private func check(
        _ booked: [(wall: String, instant: Date)],
        _ place: String,
        _ terminal: String
    ) throws {
        let rows = try desks.texts("SELECT tour_datetime FROM tours ORDER BY 1")
        let instants = booked.map { $0.instant.formatted(.iso8601).dropLast() }.sorted()
        #expect(rows.map { $0.prefix(19) } == instants, "\(place)")
        for day in [spring, autumn] {
            let (first, _) = try Self.meant(day, "00:00", .gmt)
            let date = String(first.prefix(10))
            let days = ["--from", date, "--to", String(date.dropLast(2)) + "28"]
            let run = try desks.run(
                ["tours", "--json"] + days,
                desks.robin,
                environment: ["TZ": terminal]
            )
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let listed = try decoder.decode([Shown].self, from: Data(run.output.utf8))
            let walls = booked.map(\.wall).filter { $0.hasPrefix(date) }
            #expect(listed.map(\.localStart).sorted() == walls.sorted(), "\(place)")
        }
    }

    private struct Shown: Decodable {
        var localStart: String
    }
}

extension TimeZone {
    /// When its clocks change next; nil where they do not.
    fileprivate var nextDaylightSavingTimeTransition: Date? {
        nextDaylightSavingTimeTransition(after: Date())
    }
}
