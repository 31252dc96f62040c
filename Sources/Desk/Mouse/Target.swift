import Model

/// What a part of a line is about, for the mouse: a press there selects or does it.
///
/// A row that is selected already is opened, so two presses in a row open any.
enum Target: Hashable, Sendable {
    case tour(TourID)
    /// A conversation that asked for a tour.
    case request(ConversationID)
    case day(LocalDate)
    case email(DraftID)
    case emailFilter(EmailFilter)
    case refused(MutationID)
    case shift(ShiftRow)
    /// A field of a form, by its place.
    case field(Int)
    /// Where the text of a field is drawn: the line of the text that is there.
    case text(field: Int, row: Int)
    /// A free time that is offered, as it is typed.
    case freeTime(String)
    /// An answer like the one that is written, by its place.
    case answer(Int)
    case metric(String)
}

/// The columns of a line that are about something.
struct TargetSpan: Equatable, Sendable {
    var columns: Range<Int>
    var target: Target
}
