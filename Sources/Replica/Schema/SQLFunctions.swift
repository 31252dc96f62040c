import Foundation
import GRDB
import Model

/// The rules of `Model` as functions of SQL, so that a rule is written once.
enum SQLFunctions {
    /// Makes them known to a connection.
    static func register(in db: Database) throws {
        for function in all { try function.register(in: db) }
    }

    private static let all = [
        micros, spacedText, concatWords, normalQuestion, taskState, tourStatus, stageWord,
        sessionWord, isHandedOff, bedroomCount,
    ]

    /// An instant's text in microseconds since 1970; NULL for what is none.
    private static let micros = SQLFunction("micros", 1) { values in
        .integer(values.text(0).flatMap { Timestamp($0)?.microseconds })
    }

    private static let spacedText = SQLFunction("spaced", 1) { values in
        // Most texts are what they were, and need not be copied to be told.
        values.isBelow(0xE0, 0) ? .argument(0) : .text(values.text(0).map(SearchText.spaced))
    }

    /// Its arguments with a space between, without what is NULL or empty.
    private static let concatWords = SQLFunction("concat_words", nil) { values in
        let words = (0..<values.count).compactMap { index in
            // Nearly every word is tidy, and Foundation looks at each character of it.
            values.isTidy(index)
                ? values.text(index)
                : values.text(index)?.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return .text(words.filter { !$0.isEmpty }.joined(separator: " "))
    }

    private static let normalQuestion = SQLFunction("normal_question", 1) { values in
        .text(SearchText.normalized(values.text(0) ?? ""))
    }

    /// `answered` where there is an answer, `dismissed` where somebody said so, else `pending`: an
    /// empty answer is pending whatever the status says.
    private static let taskState = SQLFunction("task_state", 2) { values in
        let isAnswered = values.text(1)?.contains { !$0.isWhitespace } ?? false
        if isAnswered { return .text("answered") }
        return .text(values.text(0)?.lowercased() == "dismissed" ? "dismissed" : "pending")
    }

    private static let tourStatus = SQLFunction("tour_status", 1, isOfFewWords: true) { values in
        switch TourStatus(values.text(0)) {
        case .scheduled: .text("scheduled")
        case .completed: .text("completed")
        case .cancelled: .text("cancelled")
        case .noShow: .text("no_show")
        case .unknown: .text("unknown")
        }
    }

    /// Status, contact, scheduled tour, completed tour.
    private static let stageWord = SQLFunction("stage_word", 4, isOfFewWords: true) { values in
        let stage = Stage(
            status: values.text(0),
            hasContact: values.flag(1),
            hasScheduledTour: values.flag(2),
            hasCompletedTour: values.flag(3)
        )
        return .text(stage.filterWord)
    }

    private static let sessionWord = SQLFunction("session_word", 2, isOfFewWords: true) { values in
        switch Session(status: values.text(0), hasEnded: values.flag(1)) {
        case .live: .text("live")
        case .ended: .text("ended")
        case .abandoned: .text("abandoned")
        }
    }

    private static let isHandedOff = SQLFunction("is_handed_off", 1, isOfFewWords: true) { values in
        .integer(Stage(status: values.text(0)) == .handedOff ? 1 : 0)
    }

    /// `2 bed`, `2BR/1BA`, `Studio`; NULL where no number of bedrooms is said.
    private static let bedroomCount = SQLFunction("bedrooms", 1, isOfFewWords: true) { values in
        guard let size = values.text(0)?.lowercased() else { return .integer(nil) }
        if size.contains("studio") { return .integer(0) }
        let digit = size.first { ("0"..."9").contains($0) }
        return .integer(digit?.wholeNumberValue.map { Int64($0) })
    }
}
