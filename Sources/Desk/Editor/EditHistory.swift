/// The changes of an editor's text that can be taken back, and those taken back that can be made
/// again.
struct EditHistory: Equatable, Sendable {
    private var done: [Edit] = []
    private var undone: [Edit] = []
    /// Whether what comes next may go on with the last change.
    private var isRunOpen = false

    /// Changes beyond these are forgotten, the oldest first.
    static let longest = 200

    mutating func record(_ edit: Edit) {
        undone = []
        if isRunOpen, let last = done.last, last.goesOn(with: edit) {
            done[done.count - 1].join(edit)
        } else {
            if done.count == Self.longest { done.removeFirst() }
            done.append(edit)
        }
        isRunOpen = edit.kind != .single
    }

    /// The cursor was moved, or time has passed: what comes next is a change of its own.
    mutating func closeRun() {
        isRunOpen = false
    }

    /// The last change, to be taken back.
    mutating func undo() -> Edit? {
        isRunOpen = false
        guard let edit = done.popLast() else { return nil }
        undone.append(edit)
        return edit
    }

    /// The change taken back last, to be made again.
    mutating func redo() -> Edit? {
        guard let edit = undone.popLast() else { return nil }
        done.append(edit)
        return edit
    }
}
