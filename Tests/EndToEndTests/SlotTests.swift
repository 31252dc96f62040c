import Foundation
import Model
import Replica
import Testing

/// Two agents want one slot at the same moment, each from a terminal of their own.
@Suite(.serialized)
struct SlotTests {
    /// Of a property with two agents, one of whom is needed from half past on: who books at the
    /// full hour is the last who can.
    private struct Slot {
        let words: String
        let start: Date

        init(_ day: LocalDate, hour: Int) throws {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = try #require(TimeZone(identifier: "America/Los_Angeles"))
            let parts = day.text.split(separator: "-").compactMap { Int($0) }
            try #require(parts.count == 3)
            start = try #require(
                calendar.date(
                    from: DateComponents(year: parts[0], month: parts[1], day: parts[2], hour: hour)
                )
            )
            words = "\(parts[1])/\(parts[2])/\(parts[0]) \(hour):00"
        }

        /// So many, eight a day, on days on which no office is closed.
        static func all(_ count: Int) throws -> [Slot] {
            let today = Zone.utc.local(Timestamp(Date())).date
            var slots: [Slot] = []
            var day = today.adding(days: 8)
            while slots.count < count {
                if Holidays().closing(on: day) == nil {
                    slots += try (9..<17).map { try Slot(day, hour: $0) }
                }
                day = day.adding(days: 1)
            }
            return Array(slots.prefix(count))
        }

        /// As the platform writes it.
        func instant(after minutes: Int) -> String {
            start.addingTimeInterval(Double(minutes) * 60).formatted(.iso8601)
        }
    }

    @Test("failure 54: two agents at once on one slot: one wins, the other is told by name")
    func rivals() throws {
        let count = rounds("FOYER_ROUNDS", usually: 12)
        let slots = try Slot.all(count)
        let desks = try Desks(
            talks: slots.enumerated().map { number, slot in
                SmallCompany.Talk(
                    name: "Visitor \(number)",
                    messages: ["Hello"],
                    tour: slot.instant(after: 30)
                )
            }
        )
        let names = [desks.robin: "Robin Reed", desks.sam: "Sam Sole"]
        let profiles = [desks.robin, desks.sam]
        for (round, slot) in slots.enumerated() {
            let outputs = try profiles.map { _ in try OutputFile() }
            let processes = try zip(profiles, outputs).map { profile, output in
                let who = "Guest \(round) of \(names[profile] ?? "")"
                let book = ["tour", "book", slot.words, "--minutes", "60", "--who", who, "--team"]
                return try desks.start(book + ["--anyway"], profile, output)
            }
            let statuses = processes.map { $0.wait() }
            let said = outputs.map(\.text)
            guard statuses.sorted() == [0, 1], let loser = statuses.firstIndex(of: 1) else {
                throw Failure("round \(round), \(slot.words): \(said)")
            }
            let winner = try #require(names[profiles[1 - loser]])
            let isTold = said[loser].contains("\(winner) was there first")
            #expect(isTold, "round \(round): \(said)")
        }
        try check(desks, count)
        #expect(try desks.areEqual())
    }

    /// Every slot has one of the two, and who lost it still has what was wanted and what stands.
    private func check(_ desks: Desks, _ count: Int) throws {
        let booked = try desks.texts(
            "SELECT prospect_name FROM tours WHERE source = 'manual' ORDER BY tour_datetime"
        )
        #expect(booked.count == count)
        var lost: [Int] = []
        for profile in [desks.robin, desks.sam] {
            for entry in try Outbox(directory: profile).entries() {
                guard case .bookTour(let tour) = entry.intent else { continue }
                let round = try #require(
                    tour.prospect.name.split(separator: " ").dropFirst().first.flatMap { Int($0) }
                )
                guard entry.state == .attention else {
                    #expect(booked[round] == tour.prospect.name)
                    continue
                }
                lost.append(round)
                #expect(entry.refusal?.code == .slot)
                #expect(entry.standing?["prospect_name"] == booked[round])
                #expect(entry.standing?["prospect_name"] != tour.prospect.name)
            }
        }
        #expect(lost.sorted() == Array(0..<count), "who loses keeps what was typed")
    }
}
