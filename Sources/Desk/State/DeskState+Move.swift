import Model

/// How far a key moves in a pane.
enum Step: Equatable, Sendable {
    case lines(Int)
    case halfPages(Int)
    case pages(Int)
    case first
    case last

    /// So many rows of a pane that shows that many; nil for its ends.
    func rows(of page: Int) -> Int? {
        switch self {
        case .lines(let count): count
        case .halfPages(let count): count * max(1, page / 2)
        // One row stays in sight, so that the eye finds its place.
        case .pages(let count): count * max(1, page - 1)
        case .first, .last: nil
        }
    }
}

extension DeskState {
    /// Moves in the focused pane.
    mutating func move(_ step: Step) {
        if let fullView { return move(step, in: fullView) }
        switch focus {
        case .leads: moveInLeads(step)
        case .conversation: conversation.move(step, in: transcriptFrame)
        case .questions: moveInQuestions(step)
        case .tours: moveInTours(step)
        }
    }

    private mutating func moveInLeads(_ step: Step) {
        if let count = step.rows(of: leadRows) {
            leads.move(by: count, rows: leadRows)
        } else if step == .first {
            leads.moveToFirst()
        } else {
            leads.moveToLast(rows: leadRows)
        }
        guard let selected = leads.selected else { return }
        conversation.show(selected.id, isOfLeads: true)
        isMovingOn = true
    }

    private mutating func moveInQuestions(_ step: Step) {
        if let count = step.rows(of: questionRows) {
            questions.move(by: count, rows: questionRows)
        } else if step == .first {
            questions.moveToFirst()
        } else {
            questions.moveToLast(rows: questionRows)
        }
    }
}
