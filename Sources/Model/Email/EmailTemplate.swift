/// A letter with fields such as `{first name}`, to be filled in for one lead.
package struct EmailTemplate: Hashable, Sendable {
    /// What the desk calls it.
    package var name: String
    package var subject: String
    package var body: String
    /// `low`, `medium` or `high`.
    package var priority: String
    package var tags: [String]

    package init(
        name: String,
        subject: String,
        body: String,
        priority: String = "medium",
        tags: [String] = []
    ) {
        self.name = name
        self.subject = subject
        self.body = body
        self.priority = priority
        self.tags = tags
    }

    /// The letter for a lead; a field whose value is not known stays as it is written, so that
    /// somebody fills it in.
    package func letter(_ values: [EmailField: String]) -> Letter {
        Letter(
            subject: Self.filled(subject, values),
            body: Self.filled(body, values),
            priority: priority,
            tags: tags
        )
    }

    /// The first field that still stands in a text; nil where none does.
    package static func unfilled(_ text: String) -> String? {
        Self.fields(in: text).first { $0.field != nil }.map { String(text[$0.range]) }
    }

    private static func filled(_ text: String, _ values: [EmailField: String]) -> String {
        var result = ""
        var rest = text.startIndex
        for found in fields(in: text) {
            result += text[rest..<found.range.lowerBound]
            let value = found.field.flatMap { values[$0] } ?? found.fallback
            result += value ?? String(text[found.range])
            rest = found.range.upperBound
        }
        return result + text[rest...]
    }

    /// A place of a text that is written as a field.
    struct Place {
        var range: Range<String.Index>
        /// What stands between the braces, before a bar.
        var name: String
        /// What is taken where the value is not known, as in `{first name|there}`.
        var fallback: String?
        var field: EmailField? { EmailField(rawValue: name.lowercased()) }
    }

    /// Everything between braces on one line, in the text's order.
    static func fields(in text: String) -> [Place] {
        var places: [Place] = []
        var open: String.Index?
        for index in text.indices {
            switch text[index] {
            case "{": open = index
            case "\n": open = nil
            case "}":
                guard let start = open else { continue }
                let inner = text[text.index(after: start)..<index]
                let parts = inner.split(separator: "|", maxSplits: 1)
                places.append(
                    Place(
                        range: start..<text.index(after: index),
                        name: String(parts.first ?? ""),
                        fallback: parts.count > 1 ? String(parts[1]) : nil
                    )
                )
                open = nil
            default: break
            }
        }
        return places
    }
}

/// What a template can be filled with.
package enum EmailField: String, CaseIterable, Hashable, Sendable {
    case firstName = "first name"
    case name
    case property
    case agent
    /// The day of the lead's next tour, such as `Tue 24 Nov`.
    case tourDay = "tour day"
    case tourTime = "tour time"
    /// What the lead is looking for, such as `2 bed`.
    case size
}
