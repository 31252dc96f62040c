import Model
import Screen
import Testing

@testable import Desk

@Suite("A search covers the whole talk")
struct TalkSearchTests {
    /// A desk in a talk of 2,000 messages, of which every hundredth says `parking`.
    private static func station() throws -> (Station, ConversationID) {
        var station = Station(.crowded(3))
        let id = try #require(station.desk.conversation.id)
        var talk = Office.longTalk(2_000)
        for index in stride(from: 50, to: 2_000, by: 100) { talk[index].text += " parking" }
        station.office.transcripts[id] = talk
        station.send(.replicaChanged)
        station.press("2")
        return (station, id)
    }

    private static func say(_ text: String, _ station: inout Station, _ id: ConversationID) {
        let number = UInt64(9_000 + (station.office.transcripts[id]?.count ?? 0))
        station.office.transcripts[id]?.append(
            Office.message(number, .visitor, text, at: Office.now)
        )
        station.send(.replicaChanged)
    }

    @Test("what stands far outside of what is loaded is found, counted and shown")
    func outside() throws {
        var (station, _) = try Self.station()
        #expect(!station.screen.contains("message number 3 of"))
        station.press("/NUMBER 3 of<Enter>")
        #expect(station.screen.contains("message number 3 of"))
        #expect(station.screen.contains("1 of 1 "))
        #expect(station.desk.conversation.page?.offset == 0)
    }

    @Test("n goes back in time, N forth, each saying which of how many, and around the ends")
    func steps() throws {
        var (station, _) = try Self.station()
        station.press("/parking<Enter>")
        #expect(station.screen.contains("1 of 20"))
        #expect(station.screen.contains("message number 1950 of"))
        station.press("nn")
        #expect(station.screen.contains("3 of 20"))
        #expect(station.screen.contains("message number 1750 of"))
        for _ in 3..<20 { station.press("n") }
        #expect(station.screen.contains("message number 50 of"))
        station.press("n")
        #expect(station.screen.contains("message number 1950 of"))
        #expect(station.screen.contains("From the newest again."))
        station.press("N")
        #expect(station.screen.contains("message number 50 of"))
        #expect(station.screen.contains("From the oldest again."))
    }

    @Test("while live messages come in, the match stays on its line, and they are counted")
    func live() throws {
        for keys in ["/parking<Enter>", "/number 1999<Enter>", "/parking<Enter>nnnnn"] {
            var (station, id) = try Self.station()
            station.press(keys)
            let lines = station.screen.split(separator: "\n")
            let here = station.desk.conversation.search.here
            for number in 0..<30 { Self.say("and \(number)", &station, id) }
            let after = station.screen.split(separator: "\n")
            #expect(station.desk.conversation.search.here == here, "\(keys)")
            let talk = lines.indices.filter { lines[$0].contains("message number") }
            #expect(!talk.isEmpty)
            for line in talk { #expect(after[line] == lines[line], "\(keys)") }
            #expect(station.screen.contains("30 new ↓"), "\(keys)")
        }
    }

    @Test("a match that comes in is counted and moves nothing")
    func news() throws {
        var (station, id) = try Self.station()
        station.press("/parking<Enter>nn")
        Self.say("parking, please", &station, id)
        #expect(station.screen.contains("4 of 21"))
        #expect(station.screen.contains("message number 1750 of"))
        station.press("<Esc>/garage<Enter>")
        #expect(station.screen.contains("not found"))
        let position = station.desk.conversation.position
        Self.say("a garage?", &station, id)
        #expect(station.screen.contains("found 1"))
        #expect(station.desk.conversation.position == position)
        station.press("n")
        #expect(station.screen.contains("1 of 1"))
    }

    @Test(
        "Esc goes back to where one was, while one types and later",
        arguments: ["", "<PgUp><PgUp>", "g", "gjj"],
        ["", "<Enter>", "<Enter>nnnnnnn"]
    )
    func leaving(before: String, during: String) throws {
        var (station, _) = try Self.station()
        station.press(before)
        let screen = station.screen
        let position = station.desk.conversation.position
        station.press("/parking" + during)
        #expect(station.screen != screen)
        station.press("<Esc>")
        #expect(station.screen == screen)
        #expect(station.desk.conversation.position == position)
    }

    @Test("it begins with the nearest match above where one stands")
    func nearest() throws {
        var (station, _) = try Self.station()
        station.press("g")
        for _ in 0..<40 { station.press("<PgDn>") }
        let top = try #require(station.screen.firstMatch(of: /message number (\d+) of/))
        let number = try #require(Int(top.1))
        station.press("/parking<Enter>")
        let here = try #require(station.desk.conversation.search.index)
        let match = station.desk.conversation.search.matches[here]
        #expect((number - 100...number + 40).contains(match.place))
        #expect(match.place > 100)
    }

    @Test("an answer to what was typed before says nothing")
    func late() throws {
        var (station, id) = try Self.station()
        station.isAnswering = false
        station.press("/par")
        let old = TalkSearchQuery(conversation: id, sought: SoughtText("pa"))
        let page = TalkSearchPage(
            query: old,
            matches: [TalkMatch(id: Office.longTalk(3)[2].id, place: 2)],
            isWhole: true
        )
        let position = station.desk.conversation.position
        station.send(.pageArrived(.talkSearch(page)))
        #expect(station.desk.conversation.position == position)
        #expect(station.screen.contains("looking"))
    }

    @Test("linear mode says which of how many, and the line")
    func linear() throws {
        var station = Station(.crowded(3), options: DeskOptions(isLinear: true))
        let id = try #require(station.desk.conversation.id)
        station.office.transcripts[id] = Office.longTalk(2_000)
        station.send(.replicaChanged)
        station.press("2")
        var reader = LinearReader()
        _ = reader.read(station.desk)
        station.press("/number 7 of<Enter>")
        let speech = reader.read(station.desk)
        let said = (speech?.lines ?? []).map(\.string)
        #expect(said.contains { $0.contains("message number 7 of") })
        #expect(said.contains("Search, 1 of 1."))
    }
}
