/// Why a template cannot be used: which file, which line, and what to do.
package struct TemplateProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package var file: String
    /// From 1.
    package var line: Int
    package var reason: String

    package init(file: String, line: Int, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    package var description: String { "\(file):\(line): \(reason)" }
}

extension EmailTemplate {
    /// Bytes of the longest file that is read as a template.
    package static let longestFile = 64 * 1_024

    /// Reads a template file: header lines `Subject:`, `Priority:` and `Tags:`, an empty line, the
    /// text of the email.
    package static func parse(
        _ text: String,
        name: String,
        file: String
    ) throws(TemplateProblem) -> EmailTemplate {
        var reader = TemplateReader(file: file)
        return try reader.read(text, name: name)
    }
}

/// Reads one template file.
private struct TemplateReader {
    let file: String
    private static let headers = ["Subject", "Priority", "Tags"]
    private static let priorities = ["low", "medium", "high"]

    mutating func read(_ text: String, name: String) throws(TemplateProblem) -> EmailTemplate {
        let lines = text.replacing("\r\n", with: "\n").split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        var template = EmailTemplate(name: name, subject: "", body: "")
        var number = 0
        while number < lines.count, lines[number].contains(where: { !$0.isWhitespace }) {
            number += 1
            try take(String(lines[number - 1]), number, &template)
        }
        guard !template.subject.isEmpty else {
            throw problem(1, "the template has no subject; begin it with: Subject: Your visit")
        }
        let body = lines.dropFirst(number + 1)
        for (offset, line) in body.enumerated() {
            try check(String(line), number + offset + 2)
        }
        template.body = Self.trimmed(body.joined(separator: "\n"))
        guard !template.body.isEmpty else {
            throw problem(number + 1, "the template has no text; write it below an empty line")
        }
        guard template.body.unicodeScalars.count <= FieldRule.longestText else {
            throw problem(
                number + 2,
                "the text is longer than \(FieldRule.longestText) characters; shorten it"
            )
        }
        return template
    }

    private func take(
        _ line: String,
        _ number: Int,
        _ template: inout EmailTemplate
    ) throws(TemplateProblem) {
        guard let colon = line.firstIndex(of: ":") else {
            throw problem(
                number,
                "a header is a word and a colon, such as Subject:; an empty line ends the headers"
            )
        }
        let name = Self.trimmed(String(line[..<colon]))
        let value = Self.trimmed(String(line[line.index(after: colon)...]))
        switch name.lowercased() {
        case "subject":
            try check(value, number)
            template.subject = value
        case "priority":
            guard Self.priorities.contains(value.lowercased()) else {
                throw problem(number, "priority is low, medium or high, not \(value)")
            }
            template.priority = value.lowercased()
        case "tags":
            template.tags = value.split(separator: ",").map { Self.trimmed(String($0)) }
                .filter { !$0.isEmpty }
        default:
            let nearest = Spelling.nearest(to: name, among: Self.headers)
            throw problem(
                number,
                "there is no header \(name); "
                    + (nearest.map { "did you mean \($0):?" }
                        ?? "there are Subject, Priority and Tags")
            )
        }
    }

    private func check(_ line: String, _ number: Int) throws(TemplateProblem) {
        for place in EmailTemplate.fields(in: line) where place.field == nil {
            let names = EmailField.allCases.map(\.rawValue)
            let nearest = Spelling.nearest(to: place.name, among: names)
            throw problem(
                number,
                "there is no field {\(place.name)}; "
                    + (nearest.map { "did you mean {\($0)}?" }
                        ?? "there are " + names.map { "{\($0)}" }.joined(separator: ", "))
            )
        }
    }

    private func problem(_ line: Int, _ reason: String) -> TemplateProblem {
        TemplateProblem(file: file, line: line, reason: reason)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
