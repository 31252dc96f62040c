import Model

/// A box of labelled fields that an agent fills in: an answer, a tour, a note.
struct Form: Equatable, Sendable {
    let purpose: FormPurpose
    var fields: [FormField]
    /// The field that keys go to.
    var focus = 0
    /// What was sent and is not answered; keys wait until it is.
    var sending: Intent?
    /// Why it could not be done, in a sentence.
    var problem: String?
    /// The answer like it that was taken last.
    var takenAnswer: Int?

    init(_ purpose: FormPurpose, _ fields: [FormField]) {
        self.purpose = purpose
        self.fields = fields
    }

    var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

    subscript(label: String) -> FormField? { fields.first { $0.label == label } }

    /// The text of a field; empty where there is none.
    func text(_ label: String) -> String { self[label]?.text ?? "" }

    /// The text of a field; nil where nothing is written in it.
    func filled(_ label: String) -> String? {
        let text = text(label).trimmingBlanks
        return text.isEmpty ? nil : text
    }

    /// The place of the choice that a field has; 0 where it has none.
    func choice(_ label: String) -> Int { self[label]?.choice ?? 0 }

    func isOn(_ label: String) -> Bool { self[label]?.isOn ?? false }

    /// Moves to the next field or the one before, around the ends.
    mutating func moveFocus(by step: Int) {
        guard !fields.isEmpty else { return }
        focus = (focus + step + fields.count) % fields.count
    }

    mutating func edit(_ change: (inout FormField) -> Void) {
        guard fields.indices.contains(focus) else { return }
        change(&fields[focus])
        problem = nil
    }

    mutating func edit(_ label: String, _ change: (inout FormField) -> Void) {
        guard let index = fields.firstIndex(where: { $0.label == label }) else { return }
        change(&fields[index])
        problem = nil
    }

    /// The name under which its long text is kept while it is unfinished; nil where it has none.
    var draftName: String? { purpose.draftName }

    /// That text.
    var draft: String {
        for field in fields {
            if case .text(let editor) = field.kind { return editor.text }
        }
        return ""
    }
}

/// What a form is for, with what it is about.
enum FormPurpose: Equatable, Sendable {
    case answer(QuestionID)
    case book(PropertyID, ConversationID?)
    case move(TourRow)
    case cancel(TourRow)
    case complete(TourRow)
    case note(ConversationID)
    case call(ConversationID)
    case followUp(ConversationID)
    case email(ConversationID)

    var title: String {
        switch self {
        case .answer: "Answer"
        case .book: "Book a tour"
        case .move: "Move a tour"
        case .cancel: "Cancel a tour"
        case .complete: "How did it go?"
        case .note: "Note"
        case .call: "Log a call"
        case .followUp: "Follow up"
        case .email: "Email"
        }
    }

    var draftName: String? {
        switch self {
        case .answer(let id): "answer-\(id)"
        case .note(let id): "note-\(id)"
        case .email(let id): "email-\(id)"
        case .book, .move, .cancel, .complete, .call, .followUp: nil
        }
    }

    /// The property whose calendar is looked at while one types; nil where none is.
    var property: PropertyID? {
        switch self {
        case .book(let property, _): property
        case .move(let tour): tour.property
        case .answer, .cancel, .complete, .note, .call, .followUp, .email: nil
        }
    }
}

extension String {
    /// Without blanks at its ends.
    var trimmingBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
