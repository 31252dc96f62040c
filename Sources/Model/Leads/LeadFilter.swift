/// What the leads list is narrowed to: words and fields, all of which must hold.
///
/// Nothing of age, household or reason for moving can be filtered by (fair housing).
package struct LeadFilter: Hashable, Sendable {
    /// Full text over names and messages; each word as the beginning of a word.
    package var words: [String]
    package var conditions: [LeadCondition]

    package init(words: [String] = [], conditions: [LeadCondition] = []) {
        self.words = words
        self.conditions = conditions
    }

    /// Whether every lead passes.
    package var isEmpty: Bool { words.isEmpty && conditions.isEmpty }
}

/// One field of a filter.
package enum LeadCondition: Hashable, Sendable {
    case hot
    case waiting
    case unread
    case pets
    case hasContact
    case stage(String)
    /// The property's name contains this.
    case property(String)
    case scoreAbove(Int)
    case scoreBelow(Int)
    /// Active within so many hours.
    case sinceHours(Int)
    /// So many bedrooms; 0 is a studio.
    case bedrooms(Int)
    /// Of this property; nothing that one types, but what the desk is narrowed to.
    case at(PropertyID)
}

/// Why a filter could not be read.
package struct FilterProblem: Error, Hashable, Sendable {
    /// The part that is not understood, as typed.
    package var part: String
    /// What to type instead.
    package var remedy: String
}

extension LeadFilter {
    /// Reads what an agent types: `hot stage:tour_scheduled property:north score>70 since:2d pets
    /// beds:2` and any words.
    package static func parse(_ text: String) -> Result<LeadFilter, FilterProblem> {
        var filter = LeadFilter()
        for part in text.split(whereSeparator: \.isWhitespace).map(String.init) {
            switch condition(part) {
            case .success(let condition?): filter.conditions.append(condition)
            case .success(nil): filter.words.append(part)
            case .failure(let problem): return .failure(problem)
            }
        }
        return .success(filter)
    }

    private static func condition(_ part: String) -> Result<LeadCondition?, FilterProblem> {
        if let flag = flags[part.lowercased()] { return .success(flag) }
        for sign in [">", "<"] where part.lowercased().hasPrefix("score\(sign)") {
            guard let value = Int(part.dropFirst(6)), (0...100).contains(value) else {
                return .failure(FilterProblem(part: part, remedy: "score\(sign)70, from 0 to 100"))
            }
            return .success(sign == ">" ? .scoreAbove(value) : .scoreBelow(value))
        }
        guard let colon = part.firstIndex(of: ":") else { return .success(nil) }
        let name = part[..<colon].lowercased()
        let value = String(part[part.index(after: colon)...])
        return field(name, value, part)
    }

    private static func field(
        _ name: String,
        _ value: String,
        _ part: String
    )
        -> Result<LeadCondition?, FilterProblem>
    {
        switch name {
        case "stage":
            let known = Stage.known.map(\.filterWord)
            guard known.contains(value.lowercased()) else {
                if let meant = meant(value.lowercased(), among: known) {
                    return .failure(FilterProblem(part: part, remedy: "stage:\(meant)"))
                }
                let words = known.joined(separator: ", ")
                return .failure(FilterProblem(part: part, remedy: "stage: with one of \(words)"))
            }
            return .success(.stage(value.lowercased()))
        case "property":
            guard !value.isEmpty else {
                return .failure(
                    FilterProblem(part: part, remedy: "property:north, a part of its name")
                )
            }
            return .success(.property(value))
        case "since":
            guard let hours = hours(value) else {
                return .failure(FilterProblem(part: part, remedy: "since:2d, since:6h or since:3w"))
            }
            return .success(.sinceHours(hours))
        case "beds":
            guard let bedrooms = value.lowercased() == "studio" ? 0 : Int(value),
                (0...9).contains(bedrooms)
            else { return .failure(FilterProblem(part: part, remedy: "beds:2, or beds:studio")) }
            return .success(.bedrooms(bedrooms))
        default:
            // A word with a colon, such as a time or an address, is a word to search for.
            guard let field = self.field(meantBy: name) else { return .success(nil) }
            return .failure(FilterProblem(part: part, remedy: example(field, value)))
        }
    }

    /// The stage of which somebody typed a part, or nearly the whole.
    private static func meant(_ value: String, among known: [String]) -> String? {
        guard value.count > 2 else { return nil }
        return known.first { $0.contains(value) } ?? Spelling.nearest(to: value, among: known)
    }

    private static func hours(_ value: String) -> Int? {
        guard let unit = value.last, let count = Int(value.dropLast()), (1...10_000).contains(count)
        else { return nil }
        switch unit {
        case "h": return count
        case "d": return count * 24
        case "w": return count * 24 * 7
        default: return nil
        }
    }

    private static let flags: [String: LeadCondition] = [
        "hot": .hot, "waiting": .waiting, "unread": .unread, "pets": .pets, "contact": .hasContact,
    ]
}
