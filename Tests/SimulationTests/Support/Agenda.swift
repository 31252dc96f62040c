/// What is going to happen, soonest first; what was put in first comes first at the same time.
struct Agenda<Happening> {
    private var due: [(at: Duration, happening: Happening)] = []

    mutating func add(_ happening: Happening, at time: Duration) {
        var place = due.count
        while place > 0, due[place - 1].at <= time { place -= 1 }
        due.insert((time, happening), at: place)
    }

    mutating func removeFirst() -> (at: Duration, happening: Happening)? { due.popLast() }
}
