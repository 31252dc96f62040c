import Foundation
import GRDB
import Model

/// The rules of `Model` as functions of SQL, so that a rule is written once.
enum SQLFunctions {
    /// Makes them known to a connection.
    static func register(in db: Database) {
        for function in all { db.add(function: function) }
    }

    private static let all = [
        micros, spacedText, concatWords, normalQuestion, taskState, tourStatus, stageWord,
        sessionWord, isHandedOff, bedroomCount,
    ]

    /// An instant's text in microseconds since 1970; NULL for what is none.
    private static let micros = DatabaseFunction("micros", argumentCount: 1, pure: true) { values in
        string(values[0]).flatMap { Timestamp($0)?.microseconds }
    }

    private static let spacedText = DatabaseFunction("spaced", argumentCount: 1, pure: true) {
        string($0[0]).map(SearchText.spaced)
    }

    /// Its arguments with a space between, without what is NULL or empty.
    private static let concatWords = DatabaseFunction("concat_words", pure: true) { values in
        values.compactMap { string($0)?.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static let normalQuestion = DatabaseFunction(
        "normal_question",
        argumentCount: 1,
        pure: true
    ) { values in
        SearchText.normalized(string(values[0]) ?? "")
    }

    /// `answered` where there is an answer, `dismissed` where somebody said so, else `pending`: an
    /// empty answer is pending whatever the status says.
    private static let taskState = DatabaseFunction("task_state", argumentCount: 2, pure: true) {
        let isAnswered = string($0[1])?.contains { !$0.isWhitespace } ?? false
        if isAnswered { return "answered" }
        return string($0[0])?.lowercased() == "dismissed" ? "dismissed" : "pending"
    }

    private static let tourStatus = DatabaseFunction("tour_status", argumentCount: 1, pure: true) {
        switch TourStatus(string($0[0])) {
        case .scheduled: "scheduled"
        case .completed: "completed"
        case .cancelled: "cancelled"
        case .noShow: "no_show"
        case .unknown: "unknown"
        }
    }

    /// Status, contact, scheduled tour, completed tour.
    private static let stageWord = DatabaseFunction("stage_word", argumentCount: 4, pure: true) {
        Stage(
            status: string($0[0]),
            hasContact: flag($0[1]),
            hasScheduledTour: flag($0[2]),
            hasCompletedTour: flag($0[3])
        ).filterWord
    }

    private static let sessionWord = DatabaseFunction("session_word", argumentCount: 2, pure: true)
    {
        switch Session(status: string($0[0]), hasEnded: flag($0[1])) {
        case .live: "live"
        case .ended: "ended"
        case .abandoned: "abandoned"
        }
    }

    private static let isHandedOff = DatabaseFunction("is_handed_off", argumentCount: 1, pure: true)
    {
        Stage(
            status: string($0[0]),
            hasContact: false,
            hasScheduledTour: false,
            hasCompletedTour: false
        ) == .handedOff
    }

    /// `2 bed`, `2BR/1BA`, `Studio`; NULL where no number of bedrooms is said.
    private static let bedroomCount = DatabaseFunction("bedrooms", argumentCount: 1, pure: true) {
        guard let size = string($0[0])?.lowercased() else { return nil }
        if size.contains("studio") { return 0 }
        return size.first { ("0"..."9").contains($0) }?.wholeNumberValue
    }

    private static func string(_ value: DatabaseValue) -> String? {
        String.fromDatabaseValue(value)
    }

    private static func flag(_ value: DatabaseValue) -> Bool {
        Bool.fromDatabaseValue(value) ?? false
    }
}
