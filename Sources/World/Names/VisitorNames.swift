/// Names that no person in particular bears, in the scripts that renters write theirs in.
struct Culture: Sendable {
    /// How often it occurs, relative to the others.
    let weight: Int
    let given: [Name]
    let family: [Name]

    /// Reads names as `Zoë:zoe`, separated by spaces; the second is how it reads in an e-mail
    /// address, where that is another.
    init(_ weight: Int, given: String, family: String) {
        self.weight = weight
        self.given = given.split(separator: " ").map(Name.init)
        self.family = family.split(separator: " ").map(Name.init)
    }
}

/// A name and how it reads in an e-mail address.
struct Name: Sendable {
    let text: String
    let handle: String

    init(_ notation: some StringProtocol) {
        let parts = notation.split(separator: ":")
        text = parts[0].split(separator: "_").joined(separator: " ")
        handle =
            parts.count > 1
            ? String(parts[1]) : parts[0].lowercased().filter { $0.isASCII && $0.isLetter }
    }

    /// A name that is no notation, for those that no person would write.
    init(literal text: String) {
        self.text = text
        handle = "visitor"
    }
}

/// Draws visitors' names.
enum VisitorNames {
    private static let weights = Culture.all.map(\.weight)

    /// A given and a family name, mostly of one culture, as in any city.
    static func draw(_ chance: inout Chance) -> (given: Name, family: Name) {
        let own = Culture.all[chance.weighted(weights)]
        let other = chance.happens(0.12) ? Culture.all[chance.weighted(weights)] : own
        return (chance.pick(own.given), chance.pick(other.family))
    }

    /// The so-many-th agent's name, of those that fit a staff list.
    static func office(_ number: Int) -> (given: String, family: String) {
        let (given, family) = (Culture.all[0].given, Culture.all[1].family)
        return (
            given[number * 7 % given.count].text,
            family[(number * 5 + number / given.count) % family.count].text
        )
    }
}
