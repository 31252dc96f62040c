import Model
import Screen

// Locking: `L`, or nobody at the keyboard; security.md, "Lock".
extension DeskState {
    /// Covers the desk; where there is no PIN yet, one is chosen first.
    mutating func lockNow() {
        lock = LockScreen(hasPIN ? .unlocking : .choosing(first: nil))
        begun = []
        notice = nil
    }

    /// Nobody was at the keyboard, or the terminal was away: a desk without PIN stays open.
    mutating func lockUnattended() {
        guard hasPIN, lock?.purpose != .unlocking else { return }
        lockNow()
    }

    mutating func takeLock(hasPIN: Bool, isAtStart: Bool) {
        self.hasPIN = hasPIN
        if isAtStart { lockUnattended() }
    }

    mutating func runInLock(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .unlock: return submitPIN()
        case .clearPIN: clearPIN()
        case .switchAgent, .otherAgents: return listAgents()
        case .agentUp: moveAmongAgents(by: -1)
        case .agentDown: moveAmongAgents(by: 1)
        case .eraseLeft: lock?.eraseLeft()
        case .eraseWord, .eraseAll: lock?.eraseAll()
        // `run` sends no other here.
        default: break
        }
        return []
    }

    /// Clears what was typed, or leaves what need not be done.
    private mutating func clearPIN() {
        switch lock?.purpose {
        case .choosing: lock = nil
        case .choosingAgent(let list): if lock?.isChecking == false { leaveAgents(list) }
        case .unlocking, nil: lock?.eraseAll()
        }
    }

    private mutating func submitPIN() -> [DeskEffect] {
        guard var screen = lock, !screen.isChecking else { return [] }
        if case .choosingAgent(let list) = screen.purpose { return chooseAgent(list) }
        defer { if lock != nil { lock = screen } }
        let pin = screen.take()
        switch screen.purpose {
        case .choosingAgent: break
        case .unlocking:
            guard !pin.isEmpty else { return [] }
            screen.isChecking = true
            return [.checkPIN(pin)]
        case .choosing(first: nil):
            guard pin.count >= PINRule.shortest else {
                screen.words = "A PIN has \(PINRule.shortest) to \(PINRule.longest) digits."
                return []
            }
            screen.purpose = .choosing(first: pin)
            return []
        case .choosing(let first):
            guard pin == first else {
                screen.purpose = .choosing(first: nil)
                screen.words = "The two were not the same; choose again."
                return []
            }
            screen.isChecking = true
            return [.setPIN(pin)]
        }
        return []
    }

    /// Opens the desk, or says what to do; a PIN that was chosen locks it.
    mutating func take(_ answer: LockAnswer) {
        guard var screen = lock else { return }
        screen.isChecking = false
        switch (answer, screen.purpose) {
        case (_, .choosingAgent): return
        case (.right, .unlocking):
            lock = nil
            return
        case (.right, .choosing):
            hasPIN = true
            screen = LockScreen(.unlocking)
        case (.wrong(let left), _):
            screen.words =
                left == 1 ? "Wrong. One more try, then a pause." : "Wrong. \(left) more tries."
        case (.wait(let seconds), _):
            screen.words = "Too many were wrong. Try again in \(Self.pause(seconds))."
        case (.failed(let reason), _):
            screen.words = reason
        }
        lock = screen
    }

    private static func pause(_ seconds: Int) -> String {
        seconds < 90 ? "\(max(1, seconds)) seconds" : "\((seconds + 59) / 60) minutes"
    }
}

// The picture: whose desk it is and what waits, and nothing of a renter.
extension DeskState {
    func drawLock(_ screen: LockScreen, into grid: inout Grid) {
        let words = lockWords(screen)
        let top = max(0, (height - words.count) / 2)
        for (index, (text, role)) in words.enumerated() where top + index < height {
            let shown = DisplayText(outside: text)
            let x = max(0, (width - shown.width) / 2)
            grid.draw(Line(shown, role, room: width - x), x: x, y: top + index)
        }
    }

    /// The same for somebody who hears it; digits are heard as dots.
    func lockScene(_ screen: LockScreen) -> LinearScene {
        var scene = LinearScene()
        let words = lockWords(screen).map { Spoken.words($0.0) }.filter { !$0.isEmpty }
        scene.name = "Foyer."
        scene.freshness = freshnessSentence
        scene.writes = writesSentence
        scene.place = ["\(words[0])."]
        scene.notice = screen.words
        if case .choosingAgent = screen.purpose {
            let selected = agentsSentence(screen)
            scene.selection = LinearScene.Thing(sentence: selected, identity: selected)
            return scene
        }
        scene.input = LinearScene.Input(
            label: "PIN ",
            text: String(repeating: "*", count: screen.typed.count),
            cursor: screen.typed.count
        )
        return scene
    }

    /// Who is selected, and what opens their desk.
    private func agentsSentence(_ screen: LockScreen) -> String {
        guard case .choosingAgent(let list) = screen.purpose else { return "" }
        let lines = agentWords(list)
        let selected = lines.first { $0.1 == .selected } ?? lines.first
        return "\(Spoken.words(selected?.0 ?? ""))."
    }

    private func lockWords(_ screen: LockScreen) -> [(String, Role)] {
        if case .choosingAgent(let list) = screen.purpose {
            let way = "\(key(.unlock)) opens it, \(key(.agentUp)) \(key(.agentDown)) move"
            return [("Whose desk?", .title), ("", .text)] + agentWords(list)
                + [
                    ("", .text), (screen.words ?? "", .problem), ("", .text),
                    ("\(way), \(key(.clearPIN)) goes back.", .muted),
                    ("What is not sent stays, and goes when its desk is open.", .muted),
                ]
        }
        let dots = String(
            repeating: options.isASCII ? "*" : "•",
            count: screen.typed.count
        )
        let field = "PIN  " + dots + String(repeating: "_", count: max(0, 4 - screen.typed.count))
        let (title, help) =
            switch screen.purpose {
            case .unlocking, .choosingAgent:
                (
                    "Foyer is locked",
                    "\(key(.otherAgents)) for another agent. "
                        + "Forgotten? A new code opens it: foyer enroll"
                )
            case .choosing(first: nil):
                (
                    "Choose a PIN, \(PINRule.shortest) to \(PINRule.longest) digits",
                    "L locks the desk with it. \(key(.clearPIN)) leaves."
                )
            case .choosing: ("The same PIN once more", "\(key(.clearPIN)) leaves.")
            }
        var lines: [(String, Role)] = [(title, .title), (owner, .muted), ("", .text)]
        lines.append((field, .text))
        lines.append((screen.isChecking ? "…" : screen.words ?? "", .problem))
        lines.append(("", .text))
        lines.append((help, .muted))
        return lines
    }

    /// Whose desk it is, and how many writes wait: enough to know that nothing is lost.
    private var owner: String {
        let name = overview?.agent.map { "\($0.first) \($0.last.prefix(1))." } ?? ""
        guard outbox.waiting > 0 else { return name }
        let waiting = outbox.waiting == 1 ? "1 write waits" : "\(outbox.waiting) writes wait"
        return name.isEmpty ? waiting : "\(name) · \(waiting)"
    }
}
