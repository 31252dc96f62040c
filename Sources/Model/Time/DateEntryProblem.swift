/// Why a time that was typed could not be read.
package struct DateEntryProblem: Error, Hashable, Sendable {
    /// What is the matter with the part.
    package enum Kind: Hashable, Sendable {
        case empty
        case tooLong
        /// The word means nothing here.
        case notUnderstood
        /// The calendar does not have it.
        case noSuchDay
        case noSuchTime
        /// All is understood, but which time of the day.
        case timeMissing
        /// Another word has said it already.
        case saidTwice
        /// The date is another day of the week than is said beside it: which.
        case anotherWeekday(Weekday)
        /// A number of more than three digits.
        case tooFar
    }

    package var kind: Kind
    /// The word that is not understood, as typed; empty where nothing is typed or too much.
    package var part: String

    init(_ kind: Kind, _ part: String = "") {
        self.kind = kind
        self.part = part
    }

    /// What to type instead.
    package var remedy: String {
        switch kind {
        case .empty, .tooLong, .notUnderstood:
            "a day and a time: tue 3pm, tomorrow 10:30, 12/4 14:00, next mon 9, in 3 days 4pm, +2h"
        case .noSuchDay: "a day of the calendar, the month first: 12/4 or nov 30"
        case .noSuchTime: "a time of the day: 3pm, 10:30, 15:00 or noon"
        case .timeMissing: "a time behind the day: tue 3pm"
        case .saidTwice: "one day and one time, or one amount: +2h"
        case .anotherWeekday(let weekday): "\(weekday.name), or the date alone"
        case .tooFar: "at most 999: in 3 days, +2h"
        }
    }
}
