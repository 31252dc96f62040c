/// Something that renters ask about, with everything that is said of it.
struct Topic: Sendable {
    let name: String
    /// How often it comes up, relative to the others.
    let weight: Int
    /// How a visitor brings it up.
    let asks: [Ask]
    /// What the bot says to an ask that has no answer of its own.
    let answers: [Phrase]
    /// What a visitor asks next, once the first is answered.
    let follows: [Exchange]
    /// What the bot cannot answer, and what a person answers; the question in one wording, so that
    /// several visitors ask the same.
    let hard: [Exchange]
    /// What the property's knowledge says of it.
    let knowledge: [Exchange]

    /// Reads a topic's phrases, one a line: `?` an ask, `=` an answer, `>` a follow-up, `!` a
    /// question for a person, `#` knowledge; the last three as `question => answer`, an ask too
    /// where it wants an answer of its own.
    init(_ name: String, weight: Int, _ lines: String) {
        var asks: [Ask] = []
        var answers: [Phrase] = []
        var exchanges: [Character: [Exchange]] = [:]
        for line in lines.split(separator: "\n") {
            let body = line.dropFirst(2)
            switch line.first {
            case "?": asks.append(Ask(body))
            case "=": answers.append(Phrase(body))
            case .some(let mark) where ">!#".contains(mark):
                exchanges[mark, default: []].append(Exchange(body))
            // The texts are compiled in: a mistake of ours, met by the first test.
            default: preconditionFailure("a line of no known kind: \(line)")
            }
        }
        let wantsAnswers = asks.contains { $0.answer == nil }
        precondition(!asks.isEmpty && answers.isEmpty != wantsAnswers, "asks and answers: \(name)")
        self.name = name
        self.weight = weight
        self.asks = asks
        self.answers = answers
        follows = exchanges[">"] ?? []
        hard = exchanges["!"] ?? []
        knowledge = exchanges["#"] ?? []
    }
}

/// A way of bringing up a topic, and the answer that only it gets.
struct Ask: Sendable {
    let phrase: Phrase
    let answer: Phrase?

    /// Reads `ask` or `ask => answer`.
    init(_ notation: some StringProtocol) {
        let parts = notation.split(separator: "=>", maxSplits: 1)
        phrase = Phrase(String(parts[0]).trimmed)
        answer = parts.count > 1 ? Phrase(String(parts[1]).trimmed) : nil
    }
}

/// A question and its answer.
struct Exchange: Sendable {
    let ask: Phrase
    let answer: Phrase

    /// Reads `question => answer`.
    init(_ notation: some StringProtocol) {
        let parts = notation.split(separator: "=>", maxSplits: 1)
        precondition(parts.count == 2, "a question without answer: \(notation)")
        ask = Phrase(String(parts[0]).trimmed)
        answer = Phrase(String(parts[1]).trimmed)
    }
}

extension [Exchange] {
    /// An exchange a line.
    init(lines: String) {
        self = lines.split(separator: "\n").map { Exchange($0) }
    }
}

extension String {
    /// Without spaces at its ends.
    fileprivate var trimmed: String {
        var rest = Substring(self)
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
