/// Why something cannot be done, as a value that travels: a code, what it concerns, and the words
/// for a person.
package struct Refusal: Error, Hashable, Sendable, Codable {
    package var code: Code
    /// The argument that is to blame, where one is.
    package var field: String?
    /// The row that stands in the way, where one does.
    package var table: Table?
    package var row: RowID?
    /// The limit that was passed, or what of several rules it was.
    package var detail: String?

    package init(
        _ code: Code,
        field: String? = nil,
        table: Table? = nil,
        row: RowID? = nil,
        detail: String? = nil
    ) {
        self.code = code
        self.field = field
        self.table = table
        self.row = row
        self.detail = detail
    }

    /// What is wrong.
    package enum Code: String, Hashable, Sendable, Codable, CaseIterable {
        /// The row is not, or no longer, among what the agent may see.
        case notFound = "not_found"
        /// The agent may read there, and not write.
        case readOnly = "read_only"
        /// A text that must be there is empty.
        case empty
        /// A text is longer than the platform keeps; `detail` is how many characters it may have.
        case tooLong = "too_long"
        /// A value that the platform does not take.
        case badValue = "bad_value"
        /// Somebody else has answered meanwhile.
        case alreadyAnswered = "already_answered"
        /// The row is not as it was when the agent decided.
        case changed
        /// A colleague has it.
        case taken
        /// The tour's time is not free; `detail` says why.
        case slot
        /// The tour was over, given or cancelled.
        case tourOver = "tour_over"
        /// It has not begun yet.
        case tourAhead = "tour_ahead"
        /// A stage lies behind the one that was reached.
        case backwards
        /// Another row has the same value, and it must be unique.
        case duplicate
        /// The number was used for something else: the outbox is an old copy.
        case numberReused = "number_reused"
        /// The hub does not know the kind of write: it is older than the terminal.
        case unknownKind = "unknown_kind"
        /// The hub cannot read what was sent.
        case unreadable
        /// It could not be kept on this terminal; `detail` says why and what to do.
        case notKept = "not_kept"
        /// The hub has a reason that this version does not know.
        case other

        /// A newer hub may know more reasons: one that is not known here spoils nothing else.
        package init(from decoder: any Decoder) throws {
            let word = try decoder.singleValueContainer().decode(String.self)
            self = Self(rawValue: word) ?? .other
        }
    }

    /// Whether somebody else was faster, so that the row as it stands must be looked at.
    package var isConflict: Bool {
        switch code {
        case .alreadyAnswered, .changed, .taken, .slot: true
        case .notFound, .readOnly, .empty, .tooLong, .badValue, .tourOver, .tourAhead, .backwards,
            .duplicate, .numberReused, .unknownKind, .unreadable, .notKept, .other:
            false
        }
    }
}

extension Refusal {
    /// Why, in a sentence for the agent.
    package var words: String {
        switch code {
        case .notFound: "It is not on this desk any more."
        case .readOnly: detail ?? "You may read here, and not write."
        case .empty: "\(subject) is empty."
        case .tooLong: "\(subject) is longer than \(detail ?? "the platform's") characters."
        case .badValue: detail ?? "\(subject) is nothing the platform takes."
        case .alreadyAnswered: "Somebody was faster and has answered it."
        case .changed: "It was changed meanwhile."
        case .taken: "A colleague has it."
        case .slot: detail ?? "The time is not free."
        case .tourOver: "The tour is over or cancelled."
        case .tourAhead: "The tour has not begun yet."
        case .backwards: "The lead has come further already."
        case .duplicate: "\(subject) belongs to somebody else already."
        case .numberReused: "This terminal's outbox was an old copy; send it again."
        case .unknownKind: "The hub is too old for this; tell the operator."
        case .unreadable: "The hub could not read it; tell the operator."
        case .notKept: detail ?? "It could not be kept on this terminal."
        case .other: "The hub refused it for a reason that this version of Foyer does not know."
        }
    }

    private var subject: String {
        guard let field else { return "Something" }
        return field.prefix(1).uppercased() + field.dropFirst()
    }
}
