/// An email of the office to a visitor.
struct Letter {
    let subject: String
    let body: String
    let tags: [String]

    private static let subjects = [Phrase](
        lines: """
            [Your {bedsShort} at {property}|{property}: homes from {price}|Following up on your \
            chat]
            [Floor plans and pricing|Homes open for {moveInShort}|Answer to your question] \
            [at|from] {property}
            [Your visit to {property}|Next steps at {property}|Nice to meet you, {first}]
            """
    )
    private static let bodies = [Phrase](
        lines: """
            Hi {first},¶¶[Thanks for chatting with us.|It was good to hear from you.] [Our {beds} \
            homes start at {price}, and {unit} is open around {moveInShort}.|I've attached the \
            {beds} plans; {unit} is the one I'd look at first.] [Right now there's {special}.|The \
            application is online and takes ten minutes.]¶¶[Would you like to come by this \
            week?|Just reply here with a time that suits you.|Call me at {phone} any \
            time.]¶¶{property} leasing
            Hello {first},¶¶[You asked about a {beds}.|Following up on your question.] [{unit2} \
            comes free a little earlier than we thought.|Everything we discussed still holds.] \
            [Rent is {price}, the application fee {appFee}.|The deposit is {deposit} on approved \
            credit.]¶¶[Let me know how you'd like to go on.|Shall I hold it for 24 \
            hours?]¶¶{property} leasing, {phone}
            Hi {first},¶¶[Quick note:|As promised:] [parking is {parkFee} a month, the garage \
            {garageFee}.|pets are {petRent} a month each.|{utilIncluded} are included in the \
            rent.] [Happy to answer anything else.|See you soon.]¶¶{property}
            """
    )

    static func write(_ visit: Visit, _ site: PropertyCast?, _ chance: inout Chance) -> Letter {
        var slots = site?.facts ?? SlotValues()
        let search = visit.talk.search
        slots[.first] = visit.visitor.given?.text ?? "there"
        slots[.beds] = Phrasebook.english.beds[search.beds]
        slots[.bedsShort] = Phrasebook.english.bedsShort[search.beds]
        slots[.price] = site.map { Money.dollars($0.rents[search.beds]) } ?? ""
        slots[.moveInShort] = search.moveIn.map { DayWords.short($0, .english) } ?? "next month"
        var subject = ""
        chance.pick(subjects).write(to: &subject, slots, &chance)
        var body = ""
        chance.pick(bodies).write(to: &body, slots, &chance)
        let paragraphs = body.split(separator: "¶", omittingEmptySubsequences: false)
        return Letter(
            subject: subject,
            body: paragraphs.joined(separator: "\n"),
            tags: [search.size] + visit.talk.topics.prefix(1)
        )
    }
}
