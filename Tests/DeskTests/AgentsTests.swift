import Model
import Screen
import Testing

@testable import Desk

/// Another agent takes the desk of a terminal over.
struct AgentsTests {
    private static let dana = TerminalAgent(
        profile: "/p/dana",
        name: "Dana Whitfield",
        isHere: true,
        hasPIN: true,
        waiting: 2
    )
    private static let luis = TerminalAgent(profile: "/p/luis", name: "Luis Ortiz", hasPIN: true)
    private static let priya = TerminalAgent(
        profile: "/p/priya",
        name: "Priya Rao",
        isOpenElsewhere: true
    )
    private static let everybody = [dana, luis, priya]

    private func listing(
        _ keys: String = "<Space>a",
        _ width: Int = 120,
        _ height: Int = 40
    )
        -> Station
    {
        var station = Station(width: width, height: height)
        station.send(.lockKnown(hasPIN: true, isAtStart: false))
        station.press(keys)
        station.send(.agentsKnown(Self.everybody))
        return station
    }

    @Test("the list covers the desk at once, before anybody is known")
    func covers() {
        var station = Station()
        station.press("<Space>a")
        #expect(station.effects == [.lookForAgents])
        #expect(station.screen.contains("Whose desk?"))
        #expect(!station.screen.contains("Jordan"))
        #expect(!station.screen.contains("Leads"))
    }

    @Test("it names agents, PINs and how many writes are not sent, and nothing that waits")
    func names() {
        let screen = listing().screen
        #expect(screen.contains("Dana Whitfield  (this desk, 2 writes not sent)"))
        #expect(screen.contains("▸ Luis Ortiz  (PIN)"))
        #expect(screen.contains("Priya Rao  (open in another program)"))
        #expect(!screen.contains("/p/"))
        #expect(!screen.contains("waiting"))
    }

    @Test("Enter opens the desk of who is selected, and nothing else of this one is drawn")
    func opens() {
        var station = listing()
        station.press("<Enter>")
        #expect(station.effects.last == .openDesk(profile: "/p/luis"))
        station.press("<Esc>q<Enter>")
        #expect(station.screen.contains("Whose desk?"))
        #expect(station.effects.count { if case .openDesk = $0 { true } else { false } } == 1)
    }

    @Test("a desk that is open in another program is not opened twice")
    func openElsewhere() {
        var station = listing()
        station.press("<Down><Enter>")
        #expect(station.screen.contains("Priya Rao’s desk is open in another program"))
        #expect(station.effects == [.lookForAgents])
        station.press("<Up>")
        #expect(!station.screen.contains("leave it there first"))
    }

    @Test("Esc goes back to the desk as it was, or to the PIN where it was locked")
    func goesBack() {
        var station = Station()
        station.press("3j")
        let before = station.screen
        station.press("<Space>a")
        station.send(.agentsKnown(Self.everybody))
        station.press("<Esc>")
        #expect(station.screen == before)

        var locked = Station()
        locked.send(.lockKnown(hasPIN: true, isAtStart: true))
        locked.press("<Tab>")
        locked.send(.agentsKnown(Self.everybody))
        #expect(locked.screen.contains("Whose desk?"))
        locked.press("<Esc>")
        #expect(locked.screen.contains("Foyer is locked"))
        locked.press("<Tab>")
        locked.send(.agentsKnown(Self.everybody))
        locked.press("<Up><Enter>")
        #expect(locked.screen.contains("Foyer is locked"), "one's own needs the PIN still")
        locked.press("12")
        #expect(locked.screen.contains("••"))
    }

    @Test("a list that is left alone becomes the lock")
    func leftAlone() {
        var station = listing()
        station.send(.leftAlone)
        #expect(station.screen.contains("Foyer is locked"))
        station.press("<Esc>")
        #expect(station.screen.contains("Foyer is locked"))
    }

    @Test("where nobody else has a desk it says how to make one")
    func alone() {
        var station = Station()
        station.press("<Space>a")
        station.send(.agentsKnown([Self.dana]))
        #expect(station.screen.contains("Nobody else has a desk on this terminal."))
        #expect(station.screen.contains("foyer enroll URL CODE --profile DIR"))
    }

    @Test("who hears the desk is told who is selected")
    func heard() {
        var station = Station(options: DeskOptions(isLinear: true))
        var reader = LinearReader()
        station.press("<Space>a")
        _ = reader.read(station.desk)
        station.send(.agentsKnown(Self.everybody))
        let said = reader.read(station.desk)?.lines.map(\.string) ?? []
        #expect(said.contains("Luis Ortiz, (PIN)."))
        station.press("<Down>")
        #expect(
            reader.read(station.desk)?.lines.map(\.string)
                == ["Priya Rao, (open in another program)."]
        )
    }

    @Test("more agents than lines are seen around the one that is selected")
    func many() {
        var station = Station(width: 60, height: 16)
        station.press("<Space>a")
        station.send(
            .agentsKnown((0..<50).map { TerminalAgent(profile: "/p/\($0)", name: "Agent \($0)") })
        )
        for _ in 0..<30 { station.press("<Down>") }
        #expect(station.screen.contains("▸ Agent 31"))
        #expect(station.screen.contains("Whose desk?"))
        #expect(station.screen.contains("Enter opens it"))
    }

    @Test("the list looks as recorded", arguments: [(60, 16), (80, 24), (132, 36)])
    func looks(width: Int, height: Int) throws {
        try expectGolden(listing("<Space>a", width, height).screen, "agents-\(width)x\(height)")
    }
}
