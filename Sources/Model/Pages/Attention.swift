/// How the agent's writes stand, for the header.
package struct OutboxSummary: Hashable, Sendable {
    /// Writes that are not on the hub yet.
    package var waiting: Int
    /// Writes that were refused and want a decision.
    package var attention: Int
    /// The write that can be taken back now; nil where its ten seconds are over.
    package var undo: UndoOffer?

    package init(waiting: Int = 0, attention: Int = 0, undo: UndoOffer? = nil) {
        self.waiting = waiting
        self.attention = attention
        self.undo = undo
    }
}

/// Something that can still be taken back.
package struct UndoOffer: Hashable, Sendable {
    package var mutation: MutationID
    /// What was done, such as `answered a question`.
    package var words: String
    package var until: Timestamp

    package init(mutation: MutationID, words: String, until: Timestamp) {
        self.mutation = mutation
        self.words = words
        self.until = until
    }

    /// How long what was sent can be taken back (desk.md: ten seconds).
    package static let time = Duration.seconds(10)
}

/// The writes that were refused, newest first.
package struct AttentionPage: Hashable, Sendable {
    package var rows: [AttentionRow]

    package init(rows: [AttentionRow]) {
        self.rows = rows
    }
}

/// A write that was refused: what was wanted, why not, and the row as it stands.
package struct AttentionRow: Hashable, Sendable, Identifiable {
    package var id: MutationID
    package var madeAt: Timestamp
    package var intent: Intent
    package var refusal: Refusal
    /// The row that is in the way, column by column as text; nil where none is.
    package var standing: [String: String]?
    /// The row that it would change, as it stands here by now; nil where it would change none that
    /// is edited in a form, and where that row is not here any more.
    package var present: PresentRow?

    package init(
        id: MutationID,
        madeAt: Timestamp,
        intent: Intent,
        refusal: Refusal,
        standing: [String: String]?,
        present: PresentRow? = nil
    ) {
        self.id = id
        self.madeAt = madeAt
        self.intent = intent
        self.refusal = refusal
        self.standing = standing
        self.present = present
    }
}

/// A row over which a refused edit can be sent again.
package enum PresentRow: Hashable, Sendable {
    case knowledge(KnowledgeRow)
    case email(EmailRow)
    case contact(CorrectContact.Contact)
}

extension Intent {
    /// What was done, in the agent's words, such as `answer a question`.
    package var words: String {
        switch self {
        case .answerQuestion: "answer a question"
        case .reopenQuestion: "take an answer back"
        case .dismissQuestion: "dismiss a question"
        case .reviseKnowledge: "revise an answer"
        case .markRead: "mark a lead as read"
        case .assignLead(let rule): rule.to == nil ? "release a lead" : "assign a lead"
        case .setStage: "set a stage"
        case .takeOver: "take a lead over"
        case .giveBack: "give a lead back to the bot"
        case .logActivity(let rule):
            switch rule.activity {
            case .note: "add a note"
            case .followUp: "set a follow-up"
            case .call: "log a call"
            case .email, .text, .visit: "log a contact"
            }
        case .finishFollowUp: "finish a follow-up"
        case .retractActivity: "take a note back"
        case .bookTour: "book a tour"
        case .moveTour: "move a tour"
        case .setTourOutcome(let rule):
            switch rule.outcome {
            case .completed: "complete a tour"
            case .noShow: "mark a no-show"
            case .cancelled: "cancel a tour"
            case .scheduled: "reinstate a tour"
            }
        case .confirmTour: "confirm a tour"
        case .writeEmail: "write an email"
        case .editEmail: "edit an email"
        case .setEmailStatus: "schedule or cancel an email"
        case .correctContact: "correct a contact"
        case .moveConversations: "merge or split visitors"
        case .coverAbsence: "cover an absence"
        case .assignManager: "assign an agent"
        case .endAssignment: "end an assignment"
        case .setPropertySettings: "set a property's settings"
        case .foreign: "something of another version"
        }
    }
}
