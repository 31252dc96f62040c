/// One lead as the list shows it.
package struct LeadRow: Hashable, Sendable, Identifiable {
    package var id: ConversationID
    package var property: PropertyID
    package var propertyName: String
    /// The visitor's name; nil where they are anonymous.
    package var name: String?
    /// The visitor's last message that no person has answered; nil where nobody waits.
    package var waitingSince: Timestamp?
    /// 0 is not scored, like nil.
    package var score: Int?
    package var stage: Stage
    package var session: Session
    package var wishes: Wishes
    /// Whether an email address or a phone number is known.
    package var hasContact: Bool
    /// What the visitor last said, at most 200 characters; the bot's line where the visitor is
    /// silent.
    ///
    /// A bot's farewell would say nothing about who to turn to.
    package var lastLine: String?
    package var lastLineSender: Sender?
    /// The time of the last message, or of the beginning.
    package var lastActivity: Timestamp?
    /// The next tour that is scheduled, or the last that took place.
    package var tour: Timestamp?
    /// Whether a tour was asked for and none is booked.
    package var wantsTour: Bool
    /// Questions from this conversation that wait for an answer.
    package var openQuestions: Int
    /// Whether an announcement of it to this agent is unread.
    package var isUnread: Bool
    /// Whether the platform's metrics call it hot.
    package var isHot: Bool
    /// Whose the lead is; nil is nobody's.
    package var claimedBy: AgentID?
    /// Whether something of it is not on the hub yet.
    package var isPending: Bool

    package init(
        id: ConversationID,
        property: PropertyID,
        propertyName: String,
        name: String?,
        waitingSince: Timestamp?,
        score: Int?,
        stage: Stage,
        session: Session,
        wishes: Wishes,
        hasContact: Bool,
        lastLine: String?,
        lastLineSender: Sender?,
        lastActivity: Timestamp?,
        tour: Timestamp?,
        wantsTour: Bool,
        openQuestions: Int,
        isUnread: Bool,
        isHot: Bool,
        claimedBy: AgentID? = nil,
        isPending: Bool = false
    ) {
        self.id = id
        self.property = property
        self.propertyName = propertyName
        self.name = name
        self.waitingSince = waitingSince
        self.score = score
        self.stage = stage
        self.session = session
        self.wishes = wishes
        self.hasContact = hasContact
        self.lastLine = lastLine
        self.lastLineSender = lastLineSender
        self.lastActivity = lastActivity
        self.tour = tour
        self.wantsTour = wantsTour
        self.openQuestions = openQuestions
        self.isUnread = isUnread
        self.isHot = isHot
        self.claimedBy = claimedBy
        self.isPending = isPending
    }
}

/// What a visitor is looking for.
package struct Wishes: Hashable, Sendable {
    /// As the platform words it, such as `2 bed`.
    package var size: String?
    package var moveIn: LocalDate?
    /// Dollars a month, as decimal text such as `1850.00`.
    package var priceFrom: String?
    package var priceTo: String?
    package var pets: Bool?

    package init(
        size: String? = nil,
        moveIn: LocalDate? = nil,
        priceFrom: String? = nil,
        priceTo: String? = nil,
        pets: Bool? = nil
    ) {
        self.size = size
        self.moveIn = moveIn
        self.priceFrom = priceFrom
        self.priceTo = priceTo
        self.pets = pets
    }
}

/// Who wrote a message.
package enum Sender: String, Hashable, Sendable {
    case visitor = "user"
    case bot
}
