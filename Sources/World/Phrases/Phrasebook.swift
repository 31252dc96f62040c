/// All that is said in one language.
final class Phrasebook: Sendable {
    /// The bot's first line, before anybody has written.
    let welcome: [Phrase]
    let hello: [Phrase]
    let helloBack: [Phrase]
    let hereAgain: [Phrase]
    let helloAgain: [Phrase]
    /// What the visitor looks for, and what there is.
    let searches: [Exchange]
    let topics: [Topic]
    /// What the bot asks of the visitor, and what they answer.
    let wishes: [Exchange]
    let contactAsk: [Phrase]
    let giveEmail: [Phrase]
    let givePhone: [Phrase]
    let giveBoth: [Phrase]
    let contactThanks: [Phrase]
    let contactDecline: [Exchange]
    let tourAsk: [Phrase]
    let tourOffer: [Phrase]
    let tourPick: [Phrase]
    let tourBooked: [Phrase]
    /// What the bot says when it has passed a question on.
    let passedOn: [Phrase]
    let personAsk: [Phrase]
    let personComes: [Phrase]
    /// What is said beside the matter.
    let chat: [Exchange]
    let thanks: [Exchange]
    /// What a visitor puts before the next question, such as `Also, `.
    let links: [String]
    /// Studio to three bedrooms, in a sentence and in short.
    let beds: [String]
    let bedsShort: [String]
    /// The topics' weights, in order.
    let topicWeights: [Int]
    /// The place of the topic of animals, where there is one.
    let pets: Int?
    /// The topics that hold questions for a person, by their place.
    let hardTopics: [Int]

    /// Reads a section a heading, `== welcome`, each with its lines.
    init(_ text: String, topics: [Topic], links: [String], beds: [String], bedsShort: [String]) {
        let sections = Self.sections(text)
        func phrases(_ name: String) -> [Phrase] { [Phrase](lines: section(name)) }
        func exchanges(_ name: String) -> [Exchange] { [Exchange](lines: section(name)) }
        func section(_ name: String) -> String {
            guard let lines = sections[name], !lines.isEmpty else {
                // The texts are compiled in: a mistake of ours, met by the first test.
                preconditionFailure("a phrasebook lacks its section \(name)")
            }
            return lines
        }
        welcome = phrases("welcome")
        hello = phrases("hello")
        helloBack = phrases("hello back")
        hereAgain = phrases("here again")
        helloAgain = phrases("hello again")
        searches = exchanges("searches")
        wishes = exchanges("wishes")
        contactAsk = phrases("contact ask")
        giveEmail = phrases("contact give email")
        givePhone = phrases("contact give phone")
        giveBoth = phrases("contact give both")
        contactThanks = phrases("contact thanks")
        contactDecline = exchanges("contact decline")
        tourAsk = phrases("tour ask")
        tourOffer = phrases("tour offer")
        tourPick = phrases("tour pick")
        tourBooked = phrases("tour booked")
        passedOn = phrases("passed on")
        personAsk = phrases("person ask")
        personComes = phrases("person comes")
        chat = exchanges("chat")
        thanks = exchanges("thanks")
        self.topics = topics
        self.links = links
        self.beds = beds
        self.bedsShort = bedsShort
        topicWeights = topics.map(\.weight)
        pets = topics.firstIndex { $0.name == "pets" }
        hardTopics = topics.indices.filter { !topics[$0].hard.isEmpty }
    }

    private static func sections(_ text: String) -> [String: String] {
        var sections: [String: String] = [:]
        var name = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("== ") {
                name = String(line.dropFirst(3))
            } else {
                sections[name, default: ""] += line + "\n"
            }
        }
        return sections
    }

    /// The book of a language.
    static func of(_ language: Language) -> Phrasebook { all[language.rawValue] }

    private static let all: [Phrasebook] = [
        english, spanish, portuguese, vietnamese, chinese, arabic,
    ]
}
