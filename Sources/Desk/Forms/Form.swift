import Model

/// A box of labelled fields that an agent fills in: an answer, a tour, a note.
struct Form: Equatable, Sendable {
    private(set) var purpose: FormPurpose
    var fields: [FormField]
    /// The field that keys go to.
    var focus = 0
    /// What was sent and is not answered; keys wait until it is.
    var sending: Intent?
    /// Why it could not be done, in a sentence.
    var problem: String?
    /// The answer like it that was taken last.
    var takenAnswer: Int?
    /// What was typed before an answer like it took its place; empty where nothing was.
    var typedAnswer = ""
    /// The email's letter as the desk filled it in: what differs from it somebody typed.
    var taken: Letter?
    /// The lead that it is about, as it was when the form was opened; nil where it is about none.
    var lead: LeadRow?
    /// The refused write that this one takes the place of.
    var settles: MutationID?
    /// Where else the list may have the question of an answer that was refused.
    var otherPlaces: [QuestionID] = []
    /// Whom its field `agent` offers; nil is the team.
    var agents: [AgentName?] = []
    /// The free times that were offered when one of them was taken.
    var offered: [BookingCheck.Offer] = []
    /// Whether the agent was told that the clock shows the time twice.
    var isDoubleTold = false
    /// Which of both times was chosen then; nil where none was.
    var isLater: Bool?

    init(_ purpose: FormPurpose, _ fields: [FormField]) {
        self.purpose = purpose
        self.fields = fields
        problem = fields.lazy.compactMap(\.cutWords).first
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

    /// Who is chosen in its field `agent`; nil is the team.
    var agent: AgentID? {
        let place = choice("agent")
        return agents.indices.contains(place) ? agents[place]?.id : nil
    }

    func isOn(_ label: String) -> Bool { self[label]?.isOn ?? false }

    /// Moves to the next field or the one before, around the ends.
    mutating func moveFocus(by step: Int) {
        guard !fields.isEmpty else { return }
        focus = (focus + step + fields.count) % fields.count
    }

    mutating func edit(_ change: (inout FormField) -> Void) {
        edit(at: focus, change)
    }

    mutating func edit(_ label: String, _ change: (inout FormField) -> Void) {
        guard let index = fields.firstIndex(where: { $0.label == label }) else { return }
        edit(at: index, change)
    }

    private mutating func edit(at index: Int, _ change: (inout FormField) -> Void) {
        guard fields.indices.contains(index) else { return }
        let before = fields[index].text
        fields[index].isWhole = true
        change(&fields[index])
        problem = fields[index].cutWords
        guard fields[index].label == "when", fields[index].text != before else { return }
        offered = []
        isDoubleTold = false
        isLater = nil
    }

    /// Puts an answer like it in the place of the text, or, where it is nil, what was typed.
    mutating func take(_ place: Int?, of similar: [SimilarAnswer]) {
        typedAnswer = keepingTyped(similar)
        let text = place.map { similar[$0].answer } ?? typedAnswer
        edit("answer") { $0.replace(with: text) }
        takenAnswer = place
        if place == nil { typedAnswer = "" }
    }

    /// What was typed, to come back to: the text, unless it is an answer like it as it was taken.
    func keepingTyped(_ similar: [SimilarAnswer]) -> String {
        let text = text("answer")
        return text.isEmpty || place(among: similar) != nil ? typedAnswer : text
    }

    /// Which of the answers like it the text is: the one that was taken last, else the first that
    /// reads so; nil where it is none.
    func place(among similar: [SimilarAnswer]) -> Int? {
        let text = text("answer")
        let places = similar.indices.filter { similar[$0].answer == text }
        return takenAnswer.flatMap { places.contains($0) ? $0 : nil } ?? places.first
    }

    /// Looks for the question under another of its rows; false where there is none left.
    mutating func seekElsewhere() -> Bool {
        guard case .answer = purpose, !otherPlaces.isEmpty else { return false }
        purpose = .answer(otherPlaces.removeFirst())
        return true
    }

    /// What is typed and not finished, by the names under which it is kept.
    var drafts: [String: String] {
        var drafts: [String: String] = [:]
        for field in fields where field.isTyped {
            drafts[draftName(of: field)] = field.text
        }
        if case .answer = purpose { drafts[typedName] = typedAnswer }
        return drafts
    }

    /// The name under which the unfinished text of a field is kept.
    func draftName(of field: FormField) -> String { "\(draftName)/\(field.label)" }

    /// The name under which an answer is kept whose place another one has taken.
    private var typedName: String { "\(draftName)/typed" }

    /// A refused write is edited beside what is begun about the same lead or question: neither
    /// takes the other's place.
    private var draftName: String { settles.map(Self.draftName) ?? purpose.draftName }

    static func draftName(settling id: MutationID) -> String { "refused-\(id)" }

    /// The same form with what was typed into it before.
    func filled(from drafts: [String: String]) -> Form {
        var form = self
        for index in fields.indices {
            guard let text = drafts[draftName(of: fields[index])] else { continue }
            form.fields[index].replace(with: text)
        }
        form.typedAnswer = drafts[typedName] ?? ""
        form.problem = form.fields.lazy.compactMap(\.cutWords).first
        return form
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
    case editEmail(EmailRow)
    case schedule(EmailRow)
    case office(OfficeForm)

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
        case .editEmail: "Edit the email"
        case .schedule: "When is it sent?"
        case .office(let form): form.title
        }
    }

    /// The conversation that a form about a lead is about.
    var conversation: ConversationID? {
        switch self {
        case .note(let id), .call(let id), .followUp(let id), .email(let id): id
        case .answer, .book, .move, .cancel, .complete, .editEmail, .schedule, .office: nil
        }
    }

    /// The name under which unfinished texts are kept.
    var draftName: String {
        switch self {
        case .answer(let id): "answer-\(id)"
        case .book(let property, let lead): "book-\(lead?.text ?? property.text)"
        case .move(let tour): "move-\(tour.id)"
        case .cancel(let tour): "cancel-\(tour.id)"
        case .complete(let tour): "complete-\(tour.id)"
        case .note(let id): "note-\(id)"
        case .call(let id): "call-\(id)"
        case .followUp(let id): "follow-up-\(id)"
        case .email(let id): "email-\(id)"
        case .editEmail(let row): "edit-email-\(row.id)"
        case .schedule(let row): "schedule-\(row.id)"
        case .office(let form): form.draftName
        }
    }

    /// The lead that a tour is booked for; nil where none is.
    var lead: ConversationID? { if case .book(_, let lead) = self { lead } else { nil } }

    /// The property whose calendar is looked at while one types; nil where none is.
    var property: PropertyID? {
        switch self {
        case .book(let property, _): property
        case .move(let tour): tour.property
        case .answer, .cancel, .complete, .note, .call, .followUp, .email, .editEmail, .schedule,
            .office:
            nil
        }
    }
}

extension FormPurpose {
    /// When the tour begins that is moved: `+1h` counts from there; nil counts from now.
    var movedFrom: Timestamp? { if case .move(let tour) = self { tour.start } else { nil } }
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
