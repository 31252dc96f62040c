import ArgumentParser
import Foundation
import Model
import Screen

/// `foyer conversation`.
struct ConversationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conversation",
        abstract: "Print a conversation from its first message to its last.",
        discussion: """
            Its id is in foyer leads --json.

            Examples:
              foyer conversation f70fab57-b56f-54a7-8209-f43f6b719bb7
              foyer conversation f70fab57-b56f-54a7-8209-f43f6b719bb7 --json | jq .messages
            """
    )

    @Argument(help: "The conversation's id.")
    var id: String

    @Flag(help: "Print it as JSON, its texts exactly as they were written.")
    var json = false

    @OptionGroup var options: ProfileOptions

    func run() throws {
        guard let id = ConversationID(id) else {
            throw Complaint(
                "\(Output.cell(id, 40).trimmed) is no id; foyer leads --json lists them"
            )
        }
        let reading = try ProfileReading(options.directory)
        let page = try transcript(id, reading)
        guard case .card(let card) = try reading.page(.card(id)) else { throw notHere(id) }
        let conversation = ListedConversation(card, page.messages)
        if json { return try Output.showJSON(conversation) }
        print(conversation.text)
    }

    private func transcript(
        _ id: ConversationID,
        _ reading: ProfileReading
    ) throws
        -> TranscriptPage
    {
        let query = TranscriptQuery(conversation: id, anchor: .beginning, limit: Self.longest)
        guard case .conversation(let page) = try reading.page(.conversation(query)) else {
            throw notHere(id)
        }
        return page
    }

    private func notHere(_ id: ConversationID) -> Complaint {
        Complaint("no conversation \(id.text) is on this terminal; foyer leads --json lists them")
    }

    /// Messages that are read at once: more than anybody has written.
    private static let longest = 1_000_000
}

/// A conversation as `conversation` prints it.
struct ListedConversation: Encodable {
    struct Message: Encodable {
        var messageId: String
        var sender: String
        var at: String?
        var text: String
    }

    var conversationId: String
    var property: String
    var name: String?
    var email: String?
    var phone: String?
    var score: Int?
    var stage: String
    var summary: String?
    var messages: [Message]

    init(_ card: LeadCard, _ messages: [TranscriptMessage]) {
        conversationId = card.lead.id.text
        property = card.lead.propertyName
        name = card.lead.name
        email = card.email
        phone = card.phone
        score = card.lead.score
        stage = card.lead.stage.words
        summary = card.summary
        self.messages = messages.map {
            Message(
                messageId: $0.id.text,
                sender: $0.sender == .visitor ? "visitor" : "bot",
                at: $0.at?.text,
                text: $0.text
            )
        }
    }

    /// For a person, safe for a terminal.
    var text: String {
        let who = name.flatMap { $0.isEmpty ? nil : $0 } ?? "Visitor \(conversationId.prefix(4))"
        let head = [who, property, email, phone].compactMap(\.self).filter { !$0.isEmpty }
            .map { DisplayText(outside: $0).string }.joined(separator: "  ")
        let lines = messages.flatMap { message in
            DisplayText(outside: message.text).wrapped(width: 76).enumerated().map { index, line in
                let label = index == 0 ? "\(message.at?.prefix(16) ?? "") \(message.sender)" : ""
                return Output.cell(label, 26) + line.string
            }
        }
        return ([head, ""] + lines).joined(separator: "\n")
    }
}
