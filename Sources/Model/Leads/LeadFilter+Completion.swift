// What the filter of the leads offers while one types it.
extension LeadFilter {
    /// Every field as it is typed, with a value where one follows.
    package static let fields = [
        "hot", "waiting", "unread", "pets", "contact", "stage:", "property:", "score>", "score<",
        "since:", "beds:",
    ]

    /// What the last word of a text can become: fields that begin so, or the values of its field;
    /// each is the whole word.
    ///
    /// A value that is typed whole is followed by those after it: one key goes through them.
    package static func completions(of text: String, properties: [String]) -> [String] {
        let word = lastWord(of: text).lowercased()
        guard let field = fields.first(where: { isValued($0) && word.hasPrefix($0) }) else {
            return fields.filter { $0.hasPrefix(word) && $0 != word }
        }
        let all = values(of: field, properties).map { field + $0 }
        if let place = all.firstIndex(of: word) {
            return Array(all[(place + 1)...] + all[..<place])
        }
        return all.filter { $0.hasPrefix(word) }
    }

    /// What is typed since the last blank.
    package static func lastWord(of text: String) -> Substring {
        text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    }

    /// Whether a value follows a field.
    private static func isValued(_ field: String) -> Bool { field.last?.isLetter == false }

    private static func values(of field: String, _ properties: [String]) -> [String] {
        switch field {
        case "stage:": return Stage.known.map(\.filterWord)
        case "score>", "score<": return ["50", "70", "90"]
        case "since:": return ["6h", "1d", "2d", "1w", "3w"]
        case "beds:": return ["studio", "1", "2", "3", "4"]
        case "property:":
            // A part of a name without blanks tells the property.
            let words = properties.compactMap { name in
                name.lowercased().split(whereSeparator: \.isWhitespace).first.map(String.init)
            }
            var seen: Set<String> = []
            return words.filter { seen.insert($0).inserted }
        default: return []
        }
    }

    /// The field that somebody most likely meant by a name before a colon; nil where it is no
    /// field's, as in a time or an address.
    static func field(meantBy name: String) -> String? {
        if let meant = synonyms[name] { return meant }
        guard name.count > 2, name.allSatisfy(\.isLetter) else { return nil }
        let names = ["stage", "property", "since", "beds", "score"]
        return Spelling.nearest(to: name, among: names)
    }

    private static let synonyms = [
        "status": "stage", "bed": "beds", "bedrooms": "beds", "building": "property",
        "score": "score",
    ]

    /// How a field is written with a value that somebody typed.
    static func example(_ field: String, _ value: String) -> String {
        let words = value.isEmpty ? examples[field] ?? "" : value
        return field == "score" ? "score>\(Int(words) == nil ? "70" : words)" : "\(field):\(words)"
    }

    private static let examples = [
        "stage": "new", "property": "north", "since": "2d", "beds": "2", "score": "70",
    ]
}
