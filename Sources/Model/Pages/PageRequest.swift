/// What a pane asks of the replica: no more than it shows.
///
/// Every request is answered from one snapshot of the replica by a `Page` of the same case, at a
/// cost that does not grow with the number of rows that are not shown.
package enum PageRequest: Hashable, Sendable {
    case overview
    case leads(LeadQuery)
    case conversation(TranscriptQuery)
    /// Where a text stands in a conversation.
    case talkSearch(TalkSearchQuery)
    case card(ConversationID)
    /// Earlier visits of the conversation's visitor.
    case visits(ConversationID)
    case questions(QuestionQuery)
    case tours(TourQuery)
    /// All that is needed to answer one.
    case question(QuestionID)
    case booking(BookingQuery)
    /// Writes that were refused.
    case attention
    case emails(EmailQuery)
    case insights(InsightsQuery)
    /// What was done on a day.
    case report(LocalDate)
    case shift(ShiftQuery)
    case knowledge(KnowledgeQuery)
    case absence(AbsenceQuery)
    case duplicates(DuplicatesQuery)
    /// What is set for a property, and who works there.
    case office(PropertyID)
}

/// The answer to a `PageRequest`.
package enum Page: Hashable, Sendable {
    case overview(Overview)
    case leads(LeadPage)
    case conversation(TranscriptPage)
    case talkSearch(TalkSearchPage)
    case card(LeadCard)
    case visits(VisitsPage)
    case questions(QuestionPage)
    case tours(TourPage)
    case question(QuestionCard)
    case booking(BookingPage)
    case attention(AttentionPage)
    case emails(EmailPage)
    case insights(InsightsPage)
    case report(DayReport)
    case shift(ShiftPage)
    case knowledge(KnowledgePage)
    case absence(AbsencePage)
    case duplicates(DuplicatesPage)
    case office(OfficePage)
    /// The row that was asked for is not, or no longer, on this terminal.
    case gone(PageRequest)
}

/// Which part of an ordered list a pane wants.
package enum ListAnchor<Kind>: Hashable, Sendable {
    case first
    case last
    /// The rows around this one; where it has left the list, the rows from the top.
    case around(Identifier<Kind>)
}

/// How many rows a pane asks for at once, so that a keystroke mostly finds the next row there
/// already.
package enum PageSize {
    /// Rows of a list on either side of the anchor: more than the tallest screen that is supported
    /// (80 lines) shows.
    package static let listReach = 100
    /// Messages of a transcript.
    package static let transcript = 200
    /// Messages of a conversation that a search looks at, from the newest back: ten times the
    /// longest talk there is.
    package static let searched = 20_000
    /// The most entries of a calendar range; a week of a region has about 140.
    package static let tours = 2_000
    /// The most tours of an agenda at once; at its end it reads on.
    package static let agenda = 300
    /// The most conversations that asked for a tour and have none: the last active of them.
    package static let tourRequests = 200
    /// The most questions of the list.
    package static let questions = 2_000
    /// The most emails of the list; older ones are found by their conversation.
    package static let emails = 500
    /// How far emails of a state are counted: more says no more.
    package static let countedEmails = 10_000
    /// The most rows of each part of a shift's beginning.
    package static let shift = 50
    /// The most campaigns that are listed.
    package static let campaigns = 200
    /// The most entries of knowledge that are listed at once; typing finds the others.
    package static let knowledge = 500
    /// The most pairs of visitors that are offered at once.
    package static let duplicates = 100
    /// The most earlier visits of one visitor that are listed.
    package static let visits = 100
}
