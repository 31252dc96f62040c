import Model
import Screen

// Whose desk it is: another agent of this terminal takes it over, from the lock or from the desk.
extension DeskState {
    /// Covers the desk at once, and lists whose desks there are.
    mutating func listAgents() -> [DeskEffect] {
        let isLocked =
            switch lock?.purpose {
            case .unlocking: true
            // Asked for once more in the list: it is as locked as before.
            case .choosingAgent(let list): list.returnsToLock
            case .choosing, nil: false
            }
        if let lock, !isLocked, lock.isChecking { return [] }
        lock = LockScreen(.choosingAgent(AgentList(returnsToLock: isLocked)))
        begun = []
        notice = nil
        return [.lookForAgents]
    }

    mutating func take(_ agents: [TerminalAgent]) {
        guard var screen = lock, case .choosingAgent(var list) = screen.purpose else { return }
        list.agents = agents
        list.selection = agents.firstIndex(where: \.isHere) ?? 0
        if agents.count > 1 { list.move(by: 1) }
        screen.purpose = .choosingAgent(list)
        lock = screen
    }

    mutating func moveAmongAgents(by step: Int) {
        guard case .choosingAgent(var list)? = lock?.purpose else { return }
        list.move(by: step)
        lock?.purpose = .choosingAgent(list)
        lock?.words = nil
    }

    /// Leaves the list: to the desk, or to the PIN where it was locked.
    mutating func leaveAgents(_ list: AgentList) {
        lock = list.returnsToLock ? LockScreen(.unlocking) : nil
    }

    /// Opens the desk of who is selected; the first one's stays covered until it is gone.
    mutating func chooseAgent(_ list: AgentList) -> [DeskEffect] {
        guard let agent = list.selected else { return [] }
        if agent.isHere {
            leaveAgents(list)
            return []
        }
        guard !agent.isOpenElsewhere else {
            lock?.words = "\(agent.name)’s desk is open in another program; leave it there first."
            return []
        }
        lock?.isChecking = true
        return [.openDesk(profile: agent.profile)]
    }

    /// Who there is, whether a PIN is asked for, and how many writes of theirs are not sent.
    func agentWords(_ list: AgentList) -> [(String, Role)] {
        guard let agents = list.agents else { return [("looking who has a desk here…", .muted)] }
        var lines: [(String, Role)] = []
        for (index, agent) in list.visible(of: agents, most: max(1, height - 10)) {
            let isSelected = index == list.selection
            let marker = isSelected ? glyphs.selected : " "
            let state = state(of: agent)
            let words = state.isEmpty ? agent.name : "\(agent.name)  (\(state))"
            lines.append(("\(marker) \(words)", isSelected ? .selected : .text))
        }
        if agents.count < 2 {
            lines.append(("", .text))
            lines.append(("Nobody else has a desk on this terminal.", .muted))
            lines.append(
                ("foyer enroll URL CODE --profile DIR makes one, beside this one.", .muted)
            )
        }
        return lines
    }

    private func state(of agent: TerminalAgent) -> String {
        var parts: [String] = []
        if agent.isHere { parts.append("this desk") }
        if agent.isOpenElsewhere { parts.append("open in another program") }
        if !agent.isHere, agent.hasPIN { parts.append("PIN") }
        if agent.waiting > 0 { parts.append("\(Words.count(agent.waiting, "write")) not sent") }
        return parts.joined(separator: ", ")
    }
}

/// The agents of a terminal as a list to choose from.
struct AgentList: Equatable, Sendable {
    /// Nil until they are known.
    var agents: [TerminalAgent]?
    var selection = 0
    /// Whether a PIN is asked for where the list is left.
    let returnsToLock: Bool

    init(returnsToLock: Bool) {
        self.returnsToLock = returnsToLock
    }

    var selected: TerminalAgent? {
        guard let agents, agents.indices.contains(selection) else { return nil }
        return agents[selection]
    }

    /// Moves the selection, around the ends.
    mutating func move(by step: Int) {
        guard let count = agents?.count, count > 0 else { return }
        selection = (selection + step + count) % count
    }

    /// So many around the selected one, with their places.
    func visible(of agents: [TerminalAgent], most: Int) -> [(Int, TerminalAgent)] {
        let top = max(0, min(selection - most / 2, agents.count - most))
        return Array(agents.enumerated().map { ($0.offset, $0.element) }[top...].prefix(most))
    }
}
