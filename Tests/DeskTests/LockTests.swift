import Model
import Screen
import Testing

@testable import Desk

/// A desk that is covered until its agent's PIN is typed.
struct LockTests {
    private func locked(_ office: Office = .northgate()) -> Station {
        var station = Station(office)
        station.send(.lockKnown(hasPIN: true, isAtStart: true))
        return station
    }

    @Test("a desk whose agent has a PIN begins locked, and one without begins open")
    func start() {
        #expect(locked().screen.contains("Foyer is locked"))
        var station = Station()
        station.send(.lockKnown(hasPIN: false, isAtStart: true))
        #expect(station.screen.contains("1 Leads"))
    }

    @Test("the list of agents leads back to the PIN, however often it is asked for")
    func agentsLeadBack() {
        let agents = [TerminalAgent(profile: "/here", name: "Maren O.", isHere: true)]
        for keys in ["<Tab><Esc>", "<Tab><Tab><Esc>", "<Tab><Tab><Tab><Enter>"] {
            var station = locked()
            for key in keys.split(separator: ">") {
                station.press("\(key)>")
                if key == "<Tab" { station.send(.agentsKnown(agents)) }
            }
            #expect(station.screen.contains("Foyer is locked"), "\(keys)")
            #expect(!station.screen.contains("1 Leads"), "\(keys)")
        }
    }

    @Test("what was heard before goes from the terminal when the desk is covered")
    func linearCovers() {
        for covering in [DeskEvent.leftAlone, .input(.key(key(named: "!")))] {
            var station = Station(options: DeskOptions(isLinear: true))
            station.send(.lockKnown(hasPIN: true, isAtStart: false))
            var reader = LinearReader()
            #expect(reader.read(station.desk)?.covers == false)
            station.send(covering)
            #expect(reader.read(station.desk)?.covers == true)
            station.press("1")
            #expect(reader.read(station.desk)?.covers != true)
        }
    }

    @Test("nothing of a renter is on a locked screen, whatever was open")
    func nothingShows() {
        let names = Office.northgate().leads.map(\.name).compactMap(\.self)
        for keys in ["", "2", "<Enter>", "t", "?", ":", "7", "5", "6", "0", "/Jor"] {
            var station = Station()
            station.send(.lockKnown(hasPIN: true, isAtStart: false))
            station.press(keys)
            station.send(.leftAlone)
            let lines = station.screen.split(separator: "\n").filter {
                !$0.allSatisfy { $0 == " " }
            }
            #expect(lines.count == 4, "after \(keys): \(station.screen)")
            for name in names { #expect(!station.screen.contains(name), "after \(keys)") }
        }
    }

    @Test("keys, pastes and the mouse reach nothing while it is locked")
    func keysDoNothing() {
        var station = locked()
        station.forget()
        let before = station.desk
        station.press("qjc3a?<Shift-Tab>")
        station.send(.input(.paste("4711")))
        station.send(.input(.mouse(.init(action: .press, point: .init(x: 3, y: 3)))))
        // Three is a digit of a PIN.
        station.press("<Esc>")
        #expect(station.desk == before)
        #expect(station.effects.isEmpty)
    }

    @Test("a text that was being written is there again, to the letter")
    func goesOn() {
        var station = Station()
        station.send(.lockKnown(hasPIN: true, isAtStart: false))
        station.press("3aOne space")
        let before = station.screen
        station.send(.leftAlone)
        station.press("1234<Enter>")
        #expect(station.effects.last == .checkPIN("1234"))
        station.send(.lockAnswered(.right))
        #expect(station.screen == before)
    }

    @Test("a locked desk that is heard says nothing of a renter, and takes the PIN")
    func linear() {
        var station = Station(options: DeskOptions(isLinear: true))
        station.send(.lockKnown(hasPIN: true, isAtStart: false))
        station.press("<Enter>")
        var reader = LinearReader()
        _ = reader.read(station.desk)
        station.send(.leftAlone)
        let said = reader.read(station.desk)
        #expect(said?.lines.map(\.string) == ["Foyer is locked."])
        station.press("47")
        #expect(reader.read(station.desk)?.input?.text.string == "**")
        #expect(station.desk.lock?.typed == "47")
    }

    @Test("a PIN is never drawn, and is not kept once it was looked at")
    func neverDrawn() {
        var station = locked()
        station.press("4711")
        #expect(station.screen.contains("••••"))
        #expect(!station.screen.contains("4711"))
        station.press("<Enter>")
        #expect(station.desk.lock?.typed == "")
        station.press("9")
        #expect(station.desk.lock?.typed == "", "nothing is typed while it is looked at")
    }

    @Test("what came of a try is said in words")
    func words() {
        let answers: [(LockAnswer, String)] = [
            (.wrong(triesLeft: 3), "Wrong. 3 more tries."),
            (.wrong(triesLeft: 1), "Wrong. One more try, then a pause."),
            (.wait(seconds: 30), "Too many were wrong. Try again in 30 seconds."),
            (.wait(seconds: 3_600), "Too many were wrong. Try again in 60 minutes."),
            (.failed("The disk is full."), "The disk is full."),
        ]
        for (answer, words) in answers {
            var station = locked()
            station.press("1<Enter>")
            station.send(.lockAnswered(answer))
            #expect(station.screen.contains(words))
            #expect(station.screen.contains("Foyer is locked"))
        }
    }

    @Test("L chooses a PIN the first time, twice the same and of four digits, and locks then")
    func choosing() {
        var station = Station()
        station.press("L12<Enter>")
        #expect(station.screen.contains("A PIN has 4 to 12 digits."))
        station.press("1234<Enter>1243<Enter>")
        #expect(station.screen.contains("The two were not the same"))
        #expect(station.effects.isEmpty)
        station.press("1234<Enter>1234<Enter>")
        #expect(station.effects == [.setPIN("1234")])
        station.send(.lockAnswered(.right))
        #expect(station.screen.contains("Foyer is locked"))
    }

    @Test("who began to choose a PIN may leave it")
    func leaves() {
        var station = Station()
        let before = station.screen
        station.press("L12<Esc>")
        #expect(station.screen == before)
    }

    @Test("a desk without PIN is not covered when it is left alone: nobody could open it")
    func withoutPIN() {
        var station = Station()
        let before = station.desk
        station.send(.leftAlone)
        #expect(station.desk == before)
    }

    @Test("the locked desk looks as recorded", arguments: [(80, 24), (132, 36), (60, 16)])
    func looks(width: Int, height: Int) throws {
        var station = Station(width: width, height: height)
        station.send(.lockKnown(hasPIN: true, isAtStart: true))
        station.press("12")
        try expectView(station, "locked")
    }
}
