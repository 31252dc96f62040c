import ArgumentParser
import Foundation
import Model

/// `foyer questions`.
struct QuestionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions",
        abstract: "List what the chatbot could not answer, oldest first.",
        discussion: """
            Examples:
              foyer questions
              foyer questions parking --json
            """
    )

    @Argument(help: "Only questions with these words.")
    var words: [String] = []

    @Option(help: "At most so many.")
    var limit = 50

    @Flag(help: "Print them as JSON.")
    var json = false

    @OptionGroup var options: ProfileOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is 1 or more") }
    }

    func run() throws {
        let reading = try ProfileReading(options.directory)
        let query = QuestionQuery(words: words.joined(separator: " "), limit: limit)
        guard case .questions(let page) = try reading.page(.questions(query)) else { return }
        let rows = page.rows.prefix(limit).map(ListedQuestion.init)
        if json { return try Output.showJSON(rows) }
        for row in rows { print(row.line) }
        if page.total > rows.count { print("\(rows.count) of \(page.total); --limit shows more") }
    }
}

/// A question as `questions` prints it.
struct ListedQuestion: Encodable {
    var questionId: String
    var origin: String
    var propertyId: String
    var property: String
    var text: String
    var askedAt: String?
    var askers: Int
    var conversationId: String?
    var assignedTo: String?

    init(_ row: QuestionRow) {
        questionId = row.id.text
        origin = "\(row.origin)"
        propertyId = row.property.text
        property = row.propertyName
        text = row.text
        askedAt = row.askedAt?.text
        askers = row.askers
        conversationId = row.conversation?.text
        assignedTo = row.assignedTo?.text
    }

    /// For a person: when, what, how many ask, where.
    var line: String {
        [
            Output.cell(askedAt.map { String($0.prefix(10)) }, 10), Output.cell(text, 60),
            Output.cell("\(askers)×", 4), Output.cell(property, 24),
        ].joined(separator: " ")
    }
}
