/// What the platform's model says of a talk, in the sober way of such models.
enum Summary {
    static func text(
        _ talk: Talk,
        visitor: Visitor,
        intent: Intent,
        _ chance: inout Chance
    ) -> String {
        let size = talk.search.beds == 0 ? "a studio" : "a \(talk.search.beds)-bedroom"
        var text = chance.pick(["Looking for ", "Wants ", "Interested in ", "Asked about "]) + size
        if let day = talk.search.moveIn, chance.happens(0.7) {
            text += ", move-in " + DayWords.short(day, .english)
        }
        if talk.search.high > 0, chance.happens(0.5) {
            text += ", up to " + Money.dollars(talk.search.high)
        }
        if let pet = talk.search.pet { text += ", has " + pet.text }
        text += "."
        if !talk.topics.isEmpty {
            text += " Asked about " + talk.topics.prefix(3).joined(separator: ", ") + "."
        }
        if intent.booksTour { text += chance.pick([" Booked a tour.", " Tour on the calendar."]) }
        if intent.wantsPerson { text += " Asked for a person." }
        if talk.question != nil { text += " One question is open for the team." }
        return text
    }
}
