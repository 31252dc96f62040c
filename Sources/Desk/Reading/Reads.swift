import Model

/// Which requests are under way, and which answers are old.
///
/// A pane says what it wants after every event. A request leaves only when none of its kind is
/// under way, so what changed in between costs one request, the newest.
struct Reads: Equatable, Sendable {
    private var underWay: [ReadSlot: PageRequest] = [:]
    private var answered: [ReadSlot: PageRequest] = [:]
    private var old: Set<ReadSlot> = []
    /// How often rows have changed.
    private(set) var changes = 0

    /// Every answer is old from now on, but for those that take long.
    mutating func replicaChanged() {
        changes += 1
        old.formUnion(ReadSlot.allCases.filter { !$0.isSlow })
    }

    /// What is read from the outbox is old now; whatever a write changes of the rows comes as
    /// `replicaChanged`.
    mutating func outboxChanged() {
        old.insert(.attention)
    }

    /// What takes long to read is old now.
    mutating func minuteTurned() {
        old.formUnion(ReadSlot.allCases.filter(\.isSlow))
    }

    /// Whether the answer of that kind is here and no newer one is due.
    func isFresh(_ slot: ReadSlot) -> Bool {
        answered[slot] != nil && underWay[slot] == nil && !old.contains(slot)
    }

    /// Whether the answer to that request is here and no newer one is due.
    func isAnswered(_ request: PageRequest) -> Bool {
        isFresh(request.slot) && answered[request.slot] == request
    }

    /// Whether the last answer of that kind was to the same request.
    func wasAnswered(_ request: PageRequest) -> Bool { answered[request.slot] == request }

    /// Whether an answer that nobody asked for is as good as one; not where one is under way, which
    /// would take its place.
    mutating func takesUnasked(_ request: PageRequest) -> Bool {
        guard underWay[request.slot] == nil else { return false }
        old.remove(request.slot)
        return true
    }

    /// An answer came, or none will.
    mutating func finish(_ request: PageRequest) {
        let slot = request.slot
        answered[slot] = request
        if underWay[slot] == request { underWay[slot] = nil }
    }

    /// The request to send now so that what is wanted gets here; nil where it is here and fresh, or
    /// must wait for the one that is under way.
    mutating func next(toward wanted: PageRequest) -> PageRequest? {
        let slot = wanted.slot
        guard underWay[slot] == nil else { return nil }
        guard answered[slot] != wanted || old.contains(slot) else { return nil }
        underWay[slot] = wanted
        old.remove(slot)
        return wanted
    }
}
