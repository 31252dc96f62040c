package import Model

/// A property of the made-up world: who it is and what is true of it.
package struct PropertyCast: Sendable {
    /// Its place among the world's properties.
    package let number: Int
    /// Its row in `property`.
    package let id: PropertyID
    /// Whose it is.
    package let company: CompanyID
    /// The chatbot that speaks for it.
    package let chatbot: RowID
    /// What its sign says.
    package let name: String
    /// The time on its office's wall.
    package let zone: Zone
    /// Who looks after it, the primary first; empty for a property that nobody looks after.
    package internal(set) var agents: [AgentID] = []

    /// The row that ties its website to its chatbot.
    let integration: RowID
    let place: Place
    let units: Int
    let slug: String
    /// The facts that every talk of this property repeats.
    let facts: SlotValues
    let rents: [Int]
    /// Homes that come free, of each size two.
    let homes: [HomePair]

    init(number: Int, company: CompanyID, seed: UInt64) {
        var chance = Chance(seed: seed, 0x50, UInt64(number))
        self.number = number
        self.company = company
        id = chance.id()
        chatbot = chance.id()
        integration = chance.id()
        place = Place.all[number % Place.all.count]
        zone = Zone(place.zone) ?? .utc
        name = PropertyNames.name(number, &chance)
        slug = PropertyNames.slug(name, number)
        units = chance.within(140...400)
        rents = Self.rents(place, &chance)
        homes = (0..<4).map { HomePair(beds: $0, &chance) }
        facts = PropertyFacts.make(name: name, slug: slug, place: place, rents: rents, &chance)
    }

    /// Studio to three bedrooms, dollars a month.
    private static func rents(_ place: Place, _ chance: inout Chance) -> [Int] {
        let one = place.rent * chance.within(88...118) / 100
        return [one * chance.within(78...86) / 100, one, one * 134 / 100, one * 171 / 100]
            .map { $0 / 5 * 5 }
    }
}

/// Two homes of one size that a bot speaks of.
struct HomePair: Sendable {
    let unit: String
    let other: String
    let floor: Int
    let squareFeet: Int

    /// No number occurs at two sizes: doors go by size.
    init(beds: Int, _ chance: inout Chance) {
        floor = chance.within(2...9)
        let doors = [["02", "14"], ["07", "11"], ["04", "16"], ["09", "20"]][beds]
        unit = "\(floor)\(doors[0])"
        other = "\(chance.within(1...9))\(doors[1])"
        squareFeet = [430, 610, 890, 1_180][beds] + chance.within(0...14) * 10
    }
}

/// What properties are called.
enum PropertyNames {
    private static let first = [
        "Northgate", "Alder Court", "The Marlowe", "Juniper Flats", "Harborview", "Cedar & Main",
        "Willow Park", "The Foundry Lofts", "Saltbox Row", "Larkspur Commons", "Bellwether",
        "Ridgeline at Mill Creek", "Orchard House", "Tamarack", "The Kestrel", "Maple Terrace",
    ]
    private static let stems = [
        "Aspen", "Birch", "Copper", "Driftwood", "Elm", "Fern", "Granite", "Hazel", "Ivy",
        "Jasper", "Kingfisher", "Linden", "Magnolia", "Northwind", "Oak", "Pioneer", "Quarry",
        "Redwood", "Sycamore", "Thistle", "Union", "Vista", "Wren", "Yarrow",
    ]
    private static let kinds = [
        "Court", "Flats", "Commons", "Terrace", "Lofts", "Place", "Row", "Landing", "Gardens",
        "Heights", "Crossing", "House",
    ]

    static func name(_ number: Int, _ chance: inout Chance) -> String {
        if number < first.count { return first[number] }
        return chance.pick(stems) + " " + chance.pick(kinds)
    }

    /// Its name in addresses, unique by its number.
    static func slug(_ name: String, _ number: Int) -> String {
        let letters = name.lowercased().filter { $0.isASCII && $0.isLetter }
        return number < first.count ? letters : "\(letters)\(number)"
    }
}
