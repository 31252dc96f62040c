import Model
import Testing

@testable import Desk

extension Station {
    /// What the agent wanted kept, in order.
    var writes: [Intent] {
        effects.compactMap { effect in
            if case .write(let intent) = effect { intent } else { nil }
        }
    }

    /// A desk whose first question can be answered.
    static func withQuestion() throws -> (Station, QuestionRow) {
        var station = Station()
        let row = try #require(station.desk.questions.rows.first)
        station.office.questionCards[row.id] = QuestionCard(
            question: row,
            asked: QuestionRows(tasks: [row.id.cast()]),
            reachable: 1,
            similar: [
                SimilarAnswer(question: "Garage?", answer: "A space is $75.", likeness: 50),
                SimilarAnswer(question: "Guests?", answer: "Six spaces.", likeness: 20),
            ]
        )
        return (station, row)
    }
}
