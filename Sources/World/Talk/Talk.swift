import Model

/// One talk between a visitor and a property's bot, line by line, with what came of it.
struct Talk: Sendable {
    var lines: [Line] = []
    var search: Search
    /// What the platform's model would say of it, in a sentence.
    var summary = ""
    /// What the bot passed on to a person, and what a person answers.
    var question: (text: String, answer: String)?
    /// What the visitor asked about, by topic.
    var topics: [String] = []

    func count(_ sender: Sender) -> Int { lines.count { $0.sender == sender } }

    /// From the first line to the last, in seconds.
    var seconds: Int { lines.dropFirst().reduce(0) { $0 + $1.gap } }
}

/// One message of a talk.
struct Line: Sendable {
    let sender: Sender
    let text: String
    /// The platform's `message_type`.
    var kind = "text"
    /// Seconds since the line before.
    let gap: Int
    var mark: Mark?

    /// What happens with this line beside its being said.
    enum Mark: Sendable {
        case leavesContact, booksTour, asksPerson, passesQuestion
    }
}

/// What the visitor of a talk means to do.
struct Intent: Sendable {
    var arc = Arc.usual
    var leavesContact = false
    var booksTour = false
    /// Asks something that only a person can answer.
    var asksHard = false
    /// What that is; nil leaves it to chance.
    var hard: Exchange?
    /// Asks for a person.
    var wantsPerson = false
    var returns = false
    /// The visitor goes in the middle of it.
    var breaksOff = false
    /// When the tour is, on the property's wall.
    var tour: LocalDateTime?
    var tourType = "in_person"

    /// How long the visitor stays.
    enum Arc: Sendable {
        case bounce, short, usual, long
    }

    /// Draws what a visitor who leaves a contact, or none, means to do.
    static func draw(hasContact: Bool, returns: Bool, _ chance: inout Chance) -> Intent {
        var intent = Intent()
        let weights = hasContact ? [0, 55, 35, 10] : [42, 41, 14, 3]
        intent.arc = [Arc.bounce, .short, .usual, .long][chance.weighted(weights)]
        intent.leavesContact = hasContact
        intent.returns = returns
        intent.booksTour = hasContact && chance.happens(Pace.booked / Pace.contact)
        intent.asksHard = intent.arc != .bounce && chance.happens(hasContact ? 0.16 : 0.09)
        intent.wantsPerson =
            intent.arc != .bounce && !intent.asksHard && chance.happens(hasContact ? 0.07 : 0.03)
        intent.breaksOff = !hasContact && chance.happens(0.3)
        if intent.booksTour {
            intent.tourType =
                ["in_person", "self_guided", "virtual"][chance.weighted([72, 19, 9])]
        }
        return intent
    }
}
