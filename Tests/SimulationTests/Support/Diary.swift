import Model

/// What an agent remembers of what was written at one terminal.
struct Diary {
    /// What the terminal said it had kept, and nobody took back since.
    private(set) var kept: Set<MutationID> = []
    /// Over what the process died: it may be kept or not.
    private(set) var doubtful: Set<MutationID> = []
    /// What another process kept, and the terminal has not heard of.
    private(set) var unheard: Set<MutationID> = []

    /// Something is about to be written or taken back.
    mutating func begin(_ write: MutationID) { doubtful.insert(write) }

    /// It is known now whether it is kept.
    mutating func end(_ write: MutationID, isKept: Bool, isHeard: Bool = true) {
        doubtful.remove(write)
        if isKept { kept.insert(write) } else { kept.remove(write) }
        if isKept, !isHeard { unheard.insert(write) }
    }

    /// The terminal has looked at the whole outbox.
    mutating func hear() { unheard = [] }

    /// Another process has begun, and its outbox holds these.
    mutating func settle(_ found: Set<MutationID>) {
        for write in doubtful { end(write, isKept: found.contains(write)) }
        hear()
    }
}

/// One thing that an agent wrote, or tried to.
struct Written {
    let intent: Intent
    let act: Act
}
