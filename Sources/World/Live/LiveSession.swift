import Model

/// A visitor who is here, and how far the talk has come.
struct LiveSession: Sendable {
    var visit: Visit
    let property: Int
    /// How many of the talk's lines have been said.
    var said = 0
    var isNotified = false

    init(visit: Visit, property: Int) {
        self.visit = visit
        self.property = property
    }

    /// The line that comes next; nil when everything is said.
    var nextLine: Line? {
        said < visit.talk.lines.count ? visit.talk.lines[said] : nil
    }

    /// Lines of one side so far.
    func count(_ sender: Sender) -> Int {
        visit.talk.lines.prefix(said).count { $0.sender == sender }
    }
}

/// Somebody who was here and may come back.
struct LiveRegular: Sendable {
    var visitor: Visitor
    let property: Int
    var visits: Int
}

/// A visit that waits for a colleague.
struct LiveMatter: Sendable {
    let visit: Visit
    let property: Int
}
