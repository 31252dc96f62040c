import Model

/// Somebody who comes to a property's website.
struct Visitor: Sendable {
    let id: VisitorID
    let given: Name?
    let family: Name?
    var email: String?
    var phone: String?
    let age: Int?
    let source: String
    let browser: String
    let language: Language
    let voice: Voice

    var hasContact: Bool { email != nil || phone != nil }

    /// What a tour's prospect is called.
    var name: String {
        let words = [given?.text, family?.text].compactMap(\.self)
        return words.isEmpty ? "Website visitor" : words.joined(separator: " ")
    }

    private static let sources = [
        "website", "google", "apartment listing", "facebook", "walk-by sign", "referral",
        "instagram", "craigslist",
    ]
    private static let sourceWeights = [46, 18, 14, 6, 5, 6, 3, 2]

    /// Draws a visitor: anonymous, known by name, or known by name and contact.
    static func draw(_ contacts: inout Contacts, _ chance: inout Chance) -> Visitor {
        let kind = chance.unit()
        let isNamed = kind >= Pace.anonymous
        let name = isNamed ? VisitorNames.draw(&chance) : nil
        let hasContact = kind >= 1 - Pace.contact
        let way = chance.unit()
        var email: String?
        var phone: String?
        if hasContact, let name {
            if way < 0.85 { email = contacts.email(name.given, name.family, &chance) }
            if way > 0.38 { phone = contacts.phone(&chance) }
        }
        return Visitor(
            id: chance.id(),
            given: name?.given,
            family: name.flatMap { chance.happens(0.9) ? $0.family : nil },
            email: email,
            phone: phone,
            age: hasContact && chance.happens(0.12) ? chance.within(19...74) : nil,
            source: sources[chance.weighted(sourceWeights)],
            browser: "b-\(Hexadecimal.text(chance.next() >> 16, digits: 12))",
            language: Language.draw(&chance),
            voice: Voice.draw(&chance)
        )
    }
}

/// Numbers in base 16, of fixed width.
enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ value: UInt64, digits count: Int) -> String {
        String(unsafeUninitializedCapacity: count) { buffer in
            for place in 0..<count {
                buffer[place] = digits[Int(value >> UInt64(4 * (count - 1 - place)) & 15)]
            }
            return count
        }
    }
}

/// What a visitor writes in.
enum Language: Int, CaseIterable, Sendable {
    case english, spanish, portuguese, vietnamese, chinese, arabic

    private static let weights = [868, 82, 14, 14, 14, 8]

    static func draw(_ chance: inout Chance) -> Language {
        allCases[chance.weighted(weights)]
    }
}

extension Visitor {
    /// The same browser, of which the platform knows nothing else.
    func anonymous(id: VisitorID) -> Visitor {
        Visitor(
            id: id,
            given: nil,
            family: nil,
            age: nil,
            source: source,
            browser: browser,
            language: language,
            voice: voice
        )
    }

    /// The same visitor with a name.
    func named(_ name: (given: Name, family: Name)) -> Visitor {
        Visitor(
            id: id,
            given: name.given,
            family: name.family,
            email: email,
            phone: phone,
            age: age,
            source: source,
            browser: browser,
            language: language,
            voice: voice
        )
    }
}
