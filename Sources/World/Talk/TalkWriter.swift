import Model

/// Writes one talk: what is said in which order, by whom, and with what pauses.
struct TalkWriter {
    private let book: Phrasebook
    private let visitor: Visitor
    private let intent: Intent
    private var slots: SlotValues
    private var chance: Chance
    private var talk: Talk
    private var asked: Set<Int> = []
    private var pending: Line.Mark?

    init(
        site: PropertyCast,
        visitor: Visitor,
        intent: Intent,
        today: LocalDate,
        chance: Chance
    ) {
        self.visitor = visitor
        self.intent = intent
        self.chance = chance
        book = Phrasebook.of(visitor.language)
        var search = Search()
        slots = site.facts
        SlotFiller(visitor: visitor, intent: intent, site: site, today: today, book: book)
            .fill(&slots, &search, &self.chance)
        talk = Talk(search: search)
    }

    /// The talk from the first line to the last.
    mutating func write() -> Talk {
        if chance.happens(0.3) { bot(book.welcome) }
        open()
        if intent.arc != .bounce { goOn() }
        if intent.breaksOff { breakOff() }
        if !talk.topics.contains("pets"), chance.happens(0.6) {
            talk.search.hasPets = nil
            talk.search.pet = nil
        }
        talk.summary = Summary.text(talk, visitor: visitor, intent: intent, &chance)
        return talk
    }

    private mutating func open() {
        if intent.returns {
            visitorSays(book.hereAgain)
            bot(book.helloAgain)
        } else if chance.happens(0.28) {
            visitorSays(book.hello)
            if intent.arc == .bounce, chance.happens(0.5) {
                bot(book.helloBack)
                return
            }
            if chance.happens(0.9) { bot(book.helloBack) }
        }
        if chance.happens(0.42) {
            exchange(chance.pick(book.searches))
        } else {
            bringUp(opening: true)
        }
    }

    /// What comes after the opening, in an order that differs from talk to talk.
    private mutating func goOn() {
        for step in steps() {
            switch step {
            case .topic: bringUp(opening: false)
            case .wish: wish()
            case .contact: contact()
            case .decline: botExchange(chance.pick(book.contactDecline))
            case .tour: tour()
            case .hard: hardQuestion()
            case .person: person()
            case .chat: exchange(chance.pick(book.chat))
            case .close: exchange(chance.pick(book.thanks))
            }
        }
    }

    private enum Step {
        case topic, wish, contact, decline, tour, hard, person, chat, close
    }

    private mutating func steps() -> [Step] {
        let topics =
            switch intent.arc {
            case .bounce: 0
            case .short: chance.within(0...1)
            case .usual: chance.within(1...2)
            case .long: chance.within(3...5)
            }
        var steps = [Step](repeating: .topic, count: topics)
        if intent.arc != .short { steps += Array(repeating: .wish, count: chance.within(0...1)) }
        if intent.asksHard { steps.append(.hard) }
        if intent.wantsPerson { steps.append(.person) }
        if chance.happens(0.07) { steps.append(.chat) }
        steps.shuffle(using: &chance)
        if intent.booksTour {
            steps.insert(.tour, at: chance.within(steps.count / 2...steps.count))
        } else if intent.leavesContact {
            steps.insert(.contact, at: chance.within(steps.count / 2...steps.count))
        } else if intent.arc == .long || chance.happens(0.1) {
            steps.append(.decline)
        }
        if chance.happens(0.38) { steps.append(.close) }
        return steps
    }

    private mutating func bringUp(opening: Bool) {
        var place = chance.weighted(book.topicWeights)
        // Who has no animals does not ask about them.
        if place == book.pets, talk.search.hasPets == false { place = 0 }
        let topic = book.topics[place]
        guard asked.insert(place).inserted else {
            exchange(chance.pick(topic.follows))
            return
        }
        talk.topics.append(topic.name)
        let ask = chance.pick(topic.asks)
        visitorSays([ask.phrase], linked: !opening)
        bot(ask.answer.map { [$0] } ?? topic.answers)
        var follows = topic.follows
        let most = intent.arc == .long ? 2 : 1
        for _ in 0..<most where !follows.isEmpty && chance.happens(0.3) {
            if intent.arc == .bounce { break }
            exchange(follows.remove(at: chance.below(follows.count)))
        }
    }

    private mutating func wish() { botExchange(chance.pick(book.wishes)) }

    private mutating func contact() {
        giveContact()
        bot(book.contactThanks)
    }

    private mutating func giveContact() {
        bot(book.contactAsk)
        pending = .leavesContact
        switch (visitor.email != nil, visitor.phone != nil) {
        case (true, true): visitorSays(book.giveBoth)
        case (false, true): visitorSays(book.givePhone)
        default: visitorSays(book.giveEmail)
        }
    }

    private mutating func tour() {
        visitorSays(book.tourAsk, linked: true)
        bot(book.tourOffer)
        visitorSays(book.tourPick)
        giveContact()
        pending = .booksTour
        bot(book.tourBooked)
    }

    private mutating func hardQuestion() {
        let topic = book.topics[chance.pick(book.hardTopics)]
        let exchange = intent.hard ?? chance.pick(topic.hard)
        let question = written(exchange.ask)
        say(.visitor, question)
        pending = .passesQuestion
        say(.bot, question, kind: "unanswered_question")
        bot(book.passedOn)
        talk.question = (question, written(exchange.answer))
    }

    private mutating func person() {
        visitorSays(book.personAsk, linked: true)
        pending = .asksPerson
        say(.bot, written(chance.pick(book.personComes)).sentences, kind: "handoff")
    }

    /// Somebody who goes without a word: the end is cut off, at the latest after the first line.
    private mutating func breakOff() {
        let keep = max(1, talk.lines.count - chance.within(0...2))
        guard talk.lines[keep...].allSatisfy({ $0.mark == nil }) else { return }
        talk.lines.removeSubrange(keep...)
    }

    private mutating func exchange(_ exchange: Exchange) {
        visitorSays([exchange.ask], linked: chance.happens(0.3))
        bot([exchange.answer])
    }

    private mutating func botExchange(_ exchange: Exchange) {
        bot([exchange.ask])
        visitorSays([exchange.answer])
    }

    private mutating func written(_ phrase: Phrase) -> String {
        var text = ""
        text.reserveCapacity(120)
        phrase.write(to: &text, slots, &chance)
        return text.tidied
    }

    private mutating func bot(_ phrases: [Phrase]) {
        say(.bot, written(chance.pick(phrases)).sentences)
    }

    /// The visitor's line in their own way of typing, now and then in two pieces or with a
    /// correction behind it.
    private mutating func visitorSays(_ phrases: [Phrase], linked: Bool = false) {
        var text = written(chance.pick(phrases))
        if linked, !talk.lines.isEmpty, chance.happens(0.35) {
            text = chance.pick(book.links) + text.uncapitalized
        }
        guard visitor.language == .english else { return say(.visitor, text) }
        let mark = pending
        if mark == nil, chance.happens(0.07) { text += chance.pick(Self.particles) }
        if mark == nil, chance.happens(visitor.voice.splits), let parts = Self.halves(text) {
            say(.visitor, visitor.voice.typed(parts.0, &chance).text)
            text = parts.1
        }
        let typed = visitor.voice.typed(text, &chance)
        say(.visitor, typed.text)
        if let meant = typed.spoiled, chance.happens(0.3) { say(.visitor, "*" + meant) }
    }

    /// What people hang onto a message.
    private static let particles = [
        " thanks", " please", "!", " :)", " thx", "?", " lol", " 🙏", " just curious", " asap",
        " if you know", " sorry if I asked already", " haha", "..",
    ]

    /// A text in two, behind its first sentence or comma.
    private static func halves(_ text: String) -> (String, String)? {
        guard text.utf8.count > 28,
            let place = text.firstIndex(where: { ".,!?".contains($0) }),
            let next = text.index(place, offsetBy: 2, limitedBy: text.endIndex),
            next < text.endIndex, text[text.index(after: place)] == " "
        else { return nil }
        let end = text[place] == "," ? place : text.index(after: place)
        return (String(text[..<end]), String(text[next...]))
    }

    private mutating func say(_ sender: Sender, _ text: String, kind: String = "text") {
        let length = text.utf8.count
        let gap =
            switch sender {
            case .bot: 2 + chance.below(5)
            case .visitor where talk.lines.last?.sender == .visitor: 2 + length / 6
            case .visitor: 6 + length / 5 + Int(chance.exponential(mean: 24))
            }
        let line = Line(
            sender: sender,
            text: text,
            kind: kind,
            gap: talk.lines.isEmpty ? 0 : min(gap, 540),
            mark: pending
        )
        pending = nil
        talk.lines.append(line)
    }
}

extension String {
    /// Without the spaces that an empty choice leaves at an end, before another or a stop.
    var tidied: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            if bytes.last == 32, byte == 32 || byte == 63 || byte == 44 || byte == 46 {
                bytes.removeLast()
            }
            if byte != 32 || !bytes.isEmpty { bytes.append(byte) }
        }
        while bytes.last == 32 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// With a large letter at the beginning of each sentence: what fills a slot begins small.
    var sentences: String {
        var bytes = Array(utf8)
        var begins = true
        for index in bytes.indices {
            let byte = bytes[index]
            if begins, (97...122).contains(byte) { bytes[index] = byte - 32 }
            let isSpace = byte == UInt8(ascii: " ")
            let end = index > 0 ? bytes[index - 1] : 0
            begins = isSpace && (end == 46 || end == 63 || end == 33)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// With a small first letter, where the first word is not written large for itself.
    fileprivate var uncapitalized: String {
        guard let first = utf8.first, (65...90).contains(first) else { return self }
        let word = prefix { $0 != " " }
        if word == "I" || word.hasPrefix("I'") || word.allSatisfy(\.isUppercase) { return self }
        return first == UInt8(ascii: "I") && word.count == 1 ? self : lowercasedFirst
    }

    private var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
