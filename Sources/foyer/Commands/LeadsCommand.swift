import ArgumentParser
import Foundation
import Model

/// `foyer leads`.
struct LeadsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leads",
        abstract: "List leads, those who wait longest first.",
        discussion: """
            The filter is that of the desk: words of names and messages, and hot waiting unread \
            pets contact stage:new property:north score>70 since:2d beds:2.

            Examples:
              foyer leads --limit 5
              foyer leads waiting
              foyer leads --order score 'beds:2 pets'
              foyer leads --json --limit 1000 | jq -r '.[].conversation_id'
            """
    )

    @Argument(help: "Only leads that pass this filter.")
    var filter: [String] = []

    @Option(help: "waiting, score, newest or move-in.")
    var order = LeadOrder.waiting

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
        let query = LeadQuery(filter: try parsed(), order: order, anchor: .first, reach: limit)
        guard case .leads(let page) = try reading.page(.leads(query)) else { return }
        let rows = page.rows.prefix(limit).map(ListedLead.init)
        if json { return try Output.showJSON(rows) }
        for row in rows { print(row.line(now: reading.now)) }
        if page.total > rows.count { print("\(rows.count) of \(page.total); --limit shows more") }
    }

    private func parsed() throws -> LeadFilter {
        switch LeadFilter.parse(filter.joined(separator: " ")) {
        case .success(let filter): return filter
        case .failure(let problem):
            throw Complaint("\(problem.part) is no filter; write \(problem.remedy)")
        }
    }
}

extension LeadOrder: ExpressibleByArgument {}

/// A lead as `leads` prints it.
struct ListedLead: Encodable {
    var conversationId: String
    var propertyId: String
    var property: String
    var name: String?
    var waitingSince: String?
    var score: Int?
    var stage: String
    var size: String?
    var moveIn: String?
    var priceFrom: String?
    var priceTo: String?
    var pets: Bool?
    var hasContact: Bool
    var isHot: Bool
    var isUnread: Bool
    var openQuestions: Int
    var tour: String?
    var lastLine: String?
    var lastActivity: String?
    private var waiting: Timestamp?

    private enum CodingKeys: CodingKey {
        case conversationId, propertyId, property, name, waitingSince, score, stage, size, moveIn
        case priceFrom, priceTo, pets, hasContact, isHot, isUnread, openQuestions, tour, lastLine
        case lastActivity
    }

    init(_ lead: LeadRow) {
        conversationId = lead.id.text
        propertyId = lead.property.text
        property = lead.propertyName
        name = lead.name
        waiting = lead.waitingSince
        waitingSince = lead.waitingSince?.text
        score = lead.score
        stage = lead.stage.words
        size = lead.wishes.size
        moveIn = lead.wishes.moveIn?.text
        priceFrom = lead.wishes.priceFrom
        priceTo = lead.wishes.priceTo
        pets = lead.wishes.pets
        hasContact = lead.hasContact
        isHot = lead.isHot
        isUnread = lead.isUnread
        openQuestions = lead.openQuestions
        tour = lead.tour?.text
        lastLine = lead.lastLine
        lastActivity = lead.lastActivity?.text
    }

    /// For a person: waiting, who, score, wishes, where, id.
    func line(now: Timestamp) -> String {
        let age = waiting.map { Output.age(now.since($0)) } ?? "-"
        let who = name.flatMap { $0.isEmpty ? nil : $0 } ?? "Visitor \(conversationId.prefix(4))"
        return [
            Output.cell(age, 5), Output.cell(who, 22), Output.cell(score.map(String.init), 3),
            Output.cell(size, 10), Output.cell(property, 24), conversationId,
        ].joined(separator: " ")
    }
}
