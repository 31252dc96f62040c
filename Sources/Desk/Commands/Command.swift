/// One row of the command table: all that bindings, footer, help, palette and tests know of it.
package struct Command: Equatable, Sendable {
    package var id: CommandID
    /// Its name in the palette and in help, such as `open lead`.
    package var title: String
    /// The names of the keys that run it, such as `Ctrl-p`; the first is the one that is shown.
    package var keys: [String]
    /// Where the keys run it.
    package var places: Set<Place>
    /// What must hold for it to be possible.
    package var need: Need
    /// What of the desk it writes at; nil where it changes nothing of the office's.
    package var writes: WritePlace?
    /// What help says: one sentence.
    package var help: String
    /// Its word in the footer; nil where the footer leaves it out.
    package var footer: String?

    init(
        _ id: CommandID,
        _ title: String,
        _ keys: [String],
        in places: Set<Place>,
        needs need: Need = .nothing,
        writes: WritePlace? = nil,
        footer: String? = nil,
        _ help: String
    ) {
        self.id = id
        self.title = title
        self.keys = keys
        self.places = places
        self.need = need
        self.writes = writes
        self.help = help
        self.footer = footer
    }
}

/// Where a key can be pressed.
package enum Place: Hashable, Sendable, CaseIterable {
    case leads
    case conversation
    case questions
    case tours
    /// In a line that is typed into.
    case field
    /// In help, palette and theme picker.
    case menu
    /// In a form that is filled in.
    case form
    /// While a tour is held.
    case grab
    /// Among the writes that were refused.
    case attention
    /// Among the emails.
    case email
    case insights
    /// In the report of a day.
    case report
    /// At the beginning of a shift.
    case shift
    /// How the terminal does.
    case status
    /// While the desk is locked, or a PIN is chosen.
    case lock

    init(_ pane: Pane) {
        switch pane {
        case .leads: self = .leads
        case .conversation: self = .conversation
        case .questions: self = .questions
        case .tours: self = .tours
        }
    }

    /// The pane that this is; nil for fields and menus.
    var pane: Pane? {
        switch self {
        case .leads: .leads
        case .conversation: .conversation
        case .questions: .questions
        case .tours: .tours
        case .field, .menu, .form, .grab, .attention, .email, .insights, .report, .shift,
            .status, .lock:
            nil
        }
    }

    /// What help calls it.
    var title: String {
        switch self {
        case .leads: "Leads"
        case .conversation: "Conversation"
        case .questions: "Questions"
        case .tours: "Tours"
        case .field: "While typing"
        case .menu: "In a list to choose from"
        case .form: "In a form"
        case .grab: "With a tour in the hand"
        case .attention: "Needs attention"
        case .email: "Email"
        case .insights: "Insights"
        case .report: "Day report"
        case .shift: "Start of shift"
        case .status: "This terminal"
        case .lock: "Locked"
        }
    }
}

/// What a command writes about: the property of it decides whether the agent may.
package enum WritePlace: Equatable, Sendable {
    case lead
    case question
    case tour
    case request
    case email
    /// What the form is about that is open.
    case form
    /// The property of what is under the cursor.
    case property
    /// Whatever of the office's there is.
    case office
}

/// What a command needs to be possible.
package enum Need: Equatable, Sendable {
    case nothing
    case lead
    case someoneWaiting
    case conversation
    case search
    case questionWithConversation
    case tourWithConversation
    case hubAway
    case themes
    case somethingToLeave
    case question
    case leadWithAddress
    case scheduledTour
    case tourAhead
    case tourRequest
    case begunTour
    case somethingToUndo
    case answerInDoubt
    case discardAsked
    case openEmail
    case scheduledEmail
    case emailWithConversation
    case shiftRow
    case shorterPeriod
    case longerPeriod
    case mergedLead
    case formOfStanding
    case longText
}
