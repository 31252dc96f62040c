import Model

extension Office {
    static let luis = AgentID(high: 9, low: 2)
    static let priya = AgentID(high: 9, low: 3)

    /// An office whose week is full: tours of all lengths, of several agents and of nobody.
    static func busy() -> Office {
        var office = northgate()
        office.agents = [
            AgentName(id: dana, first: "Dana", last: "Whitfield"),
            AgentName(id: luis, first: "Luis", last: "Ortega"),
            AgentName(id: priya, first: "Priya", last: "Rao"),
        ]
        let luis = (Self.luis, "Luis O.")
        let priya = (Self.priya, "Priya R.")
        office.tours = [
            tour(11, "Maria Garcia", "2026-11-23T10:00:00", minutes: 60, status: .completed),
            tour(12, "Olu Ade", "2026-11-23T10:30:00", minutes: 45, agent: luis),
            tour(13, "Liam O’Brien", "2026-11-23T15:15:00", minutes: 45),
            tour(14, "Bo Lee", "2026-11-23T15:30:00", minutes: 90, agent: nil),
            tour(15, "王 美咲", "2026-11-23T16:00:00", agent: priya),
            tour(16, "Kim", "2026-11-24T09:00:00", minutes: 120, overlaps: true),
            tour(17, "Noor Haddad", "2026-11-24T09:45:00", minutes: 75, overlaps: true),
            tour(18, "Ana Costa", "2026-11-24T11:00:00", status: .cancelled),
            tour(19, "Priya Patel", "2026-11-24T11:00:00", minutes: 15),
            tour(20, "Jo\u{1B}[31mhn\u{202E}", "2026-11-25T13:00:00", minutes: 60, agent: luis),
            tour(21, "Zed", "2026-11-27T17:30:00", minutes: 60),
            tour(22, "Sam Stone", "2026-11-28T10:00:00", minutes: 60, agent: nil),
        ]
        // More at once than a column has lanes for.
        office.tours += (0..<6).map { number in
            tour(
                UInt64(30 + number),
                "Group \(number)",
                "2026-11-25T10:00:00",
                minutes: 30,
                agent: (AgentID(high: 9, low: UInt64(40 + number)), "Agent \(number)")
            )
        }
        return office
    }
}
