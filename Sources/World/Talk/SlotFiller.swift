import Model

/// Fills what a talk leaves open, so that what is said of size, day, money and animals agrees from
/// the first line to the last, and with the columns of the conversation.
struct SlotFiller {
    let visitor: Visitor
    let intent: Intent
    let site: PropertyCast
    let today: LocalDate
    let book: Phrasebook

    func fill(_ slots: inout SlotValues, _ search: inout Search, _ chance: inout Chance) {
        fillHome(&slots, &search, &chance)
        fillLife(&slots, &search, &chance)
        fillName(&slots, &chance)
        if let tour = intent.tour { fillTour(&slots, tour, &chance) }
    }

    private func fillHome(
        _ slots: inout SlotValues,
        _ search: inout Search,
        _ chance: inout Chance
    ) {
        search.beds = chance.weighted([16, 44, 31, 9])
        let rent = site.rents[search.beds]
        slots[.beds] = book.beds[search.beds]
        slots[.bedsShort] = book.bedsShort[search.beds]
        let home = site.homes[search.beds]
        slots[.unit] = home.unit
        slots[.unit2] = home.other
        slots[.floor] = Ordinal.text(home.floor)
        slots[.sqft] = "\(home.squareFeet)"
        slots[.price] = Money.dollars(rent)
        let budget = rent * chance.within(88...118) / 100 / 50 * 50
        slots[.budget] =
            chance.happens(0.7) ? Money.dollars(budget) : "\(budget)"
        slots[.income1] = Money.dollars(rent * (site.facts[.income] == "3" ? 30 : 25) / 10)
        search.low = budget - 50 * chance.within(4...12)
        search.high = budget
        let day = today.adding(days: chance.within(4...110))
        search.moveIn = day
        slots[.moveIn] = DayWords.moveIn(day, today: today, visitor.language, &chance)
        slots[.moveInShort] = DayWords.short(day, visitor.language)
    }

    private func fillLife(
        _ slots: inout SlotValues,
        _ search: inout Search,
        _ chance: inout Chance
    ) {
        search.hasPets = chance.happens(0.55)
        let pet = chance.pick(Pet.all)
        if search.hasPets == true { search.pet = pet }
        slots[.pet] = pet.text
        slots[.petShort] = pet.short
        slots[.pets] =
            search.hasPets == true
            ? chance.pick(["yes, \(pet.text)", pet.text, "just \(pet.text)", "\(pet.text), yes"])
            : chance.pick(["no pets", "none", "no", "nope", "No, allergic lol", "not yet"])
        let occupants = min(1 + chance.weighted([46, 36, 12, 6]), search.beds + 2)
        if chance.happens(0.4) { search.occupants = occupants }
        slots[.occupants] = ["just me", "two of us", "three of us", "four of us"][occupants - 1]
        slots[.count] = "\(chance.within(2...5))"
        slots[.years] = chance.pick(["two", "three", "four", "five", "six", "nearly ten"])
        let reason = chance.pick(Circumstances.reasons)
        let work = chance.pick(Circumstances.works)
        slots[.reason] = reason
        slots[.work] = work
        if chance.happens(0.3) { search.reason = reason }
        if chance.happens(0.3) { search.work = work }
        for _ in 0..<chance.below(4) {
            let feature = chance.pick(Circumstances.features)
            if !search.features.contains(feature) { search.features.append(feature) }
        }
        slots[.roommate] = chance.pick(["roommate", "partner", "sister", "brother", "cousin"])
        slots[.oddDay] = chance.pick(["Sunday", "a Sunday", "Saturday evening", "a holiday"])
    }

    private func fillName(_ slots: inout SlotValues, _ chance: inout Chance) {
        slots[.first] = visitor.given?.text ?? ""
        slots[.full] = visitor.name
        let ways = [visitor.email, visitor.phone].compactMap(\.self)
        slots[.email] = ways.first ?? ""
        slots[.tel] = ways.last ?? ""
    }

    private func fillTour(
        _ slots: inout SlotValues,
        _ tour: LocalDateTime,
        _ chance: inout Chance
    ) {
        let language = visitor.language
        let when = DayWords.tour(tour, today: today, language)
        var other = tour.date.adding(days: chance.within(1...2))
        if other.weekday == .sunday { other = other.adding(days: 1) }
        let second = DayWords.tour(
            LocalDateTime(date: other, secondOfDay: chance.within(20...33) * 1_800),
            today: today,
            language
        )
        slots[.tourWhen] = when
        slots[.tourShort] = DayWords.clock(tour, language)
        let pair = chance.happens(0.5) ? (when, second) : (second, when)
        slots[.tourSlots] = DayWords.either(pair.0, pair.1, language)
        slots[.tourKind] = DayWords.kind(intent.tourType, language)
    }
}
