import ArgumentParser
import Foundation
import Model

/// `foyer answer`.
struct AnswerCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answer a question for everybody who asked it.",
        discussion: """
            Question and answer become the property's knowledge, and each asker who left an \
            address gets an email draft, unless switched off. Without a text the answer is read \
            from standard input.

            Examples:
              foyer questions --json | jq -r '.[0].question_id'
              foyer answer 5d1f9a52-7c1e-4f7a-9a33-0f1f0a6f6d10 'One space per apartment.'
              foyer answer 5d1f9a52-7c1e-4f7a-9a33-0f1f0a6f6d10 --no-publish < answer.txt
            """
    )

    @Argument(help: "The question's id.")
    var question: String

    @Argument(help: "The answer.")
    var text: String?

    @Flag(inversion: .prefixedNo, help: "Publish it as the property's knowledge.")
    var publish = true

    @Flag(inversion: .prefixedNo, help: "Draft an email to each asker who left an address.")
    var drafts = true

    @Option(help: "The knowledge's category.")
    var category: String?

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let card = try writing.question(question)
        let answer = try text ?? Self.standardInput()
        return .answerQuestion(
            AnswerQuestion(
                property: card.question.property,
                question: card.question.text,
                answer: answer,
                asked: card.asked,
                publishes: publish,
                category: category,
                drafts: drafts
            )
        )
    }

    private static func standardInput() throws -> String {
        let data = try FileHandle.standardInput.readToEnd() ?? Data()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// `foyer dismiss`.
struct DismissCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Say that a question wants no answer.",
        discussion: """
            Examples:
              foyer dismiss 5d1f9a52-7c1e-4f7a-9a33-0f1f0a6f6d10
            """
    )

    @Argument(help: "The question's id.")
    var question: String

    @OptionGroup var options: WriteOptions

    func intent(in writing: Writing) throws -> Intent {
        let card = try writing.question(question)
        let rule = DismissQuestion(property: card.question.property, asked: card.asked)
        return .dismissQuestion(rule)
    }
}

extension Writing {
    /// A question that waits, with all who asked it.
    func question(_ text: String) throws -> QuestionCard {
        let id = try QuestionID(argument: text, of: "question", from: "foyer questions")
        guard case .question(let card) = try reading.page(.question(id)) else {
            throw Complaint("no question with the id \(text) waits; see: foyer questions --json")
        }
        return card
    }
}
