// The report as files that other programs read.
extension DayReport {
    /// Lines of comma-separated values (RFC 4180), one for each agent and source.
    ///
    /// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and names
    /// come from outside: such a cell gets an apostrophe in front, as OWASP's "CSV injection" says.
    package var csv: String {
        let head = [
            "day", "agent", "source", "leads", "contacts", "responses",
            "response_median_seconds", "responses_within_5_minutes", "without_response",
            "tours_kept", "tours_missed", "tours_cancelled", "tours_to_come",
            "tours_without_outcome", "questions_answered",
        ]
        var text = head.joined(separator: ",") + "\r\n"
        for line in lines { text += cells(line).joined(separator: ",") + "\r\n" }
        return text
    }

    private func cells(_ line: ReportLine) -> [String] {
        let spread = line.responses
        let median = spread.median.map { String($0) }
        var cells = [day.text, CSVCell.text(line.agent ?? "nobody"), CSVCell.text(line.source)]
        for count in [line.leads, line.contacts, spread.count] { cells.append(String(count)) }
        cells.append(median ?? "")
        let outcomes: [TourOutcome] = [.kept, .missed, .cancelled, .toCome, .open]
        let counts = [spread.soonCount, line.unanswered] + outcomes.map { line.tours($0) }
        for count in counts + [line.answered] { cells.append(String(count)) }
        return cells
    }

    /// A page for people: the day, by agent, by source.
    package var markdown: String {
        let total = total
        var text = """
            # \(day.weekday.name), \(day.text)

            \(summary(of: total))


            """
        text += Self.table("Agent", byAgent.map { ($0.agent ?? "nobody", $0) })
        text += "\n"
        text += Self.table("Source", bySource.map { ($0.source, $0) })
        text += "\nTimes to the first response count the hours that the office is open.\n"
        return text
    }

    /// The day in two sentences.
    package func summary(of line: ReportLine) -> String {
        let spread = line.responses
        let response =
            spread.median.map { "half of the responses within \(ReportWords.time($0))" }
            ?? "no response"
        let whose = properties > 1 ? "All \(properties) properties: " : ""
        return """
            \(whose)\(Self.count(line.leads, "lead")), \(line.contacts) left a contact; \
            \(response), \(spread.open) still wait. Tours: \(line.tours(.kept)) kept, \
            \(line.tours(.missed)) missed, \(line.tours(.cancelled)) cancelled, \
            \(line.tours(.open)) without outcome. \
            \(Self.count(line.answered, "question")) answered.
            """
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func table(
        _ title: String,
        _ lines: [(name: String, line: ReportLine)]
    ) -> String {
        var text = """
            | \(title) | Leads | Contacts | Median response | Kept | Missed | Cancelled | Answers |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """
        for (name, line) in lines {
            let median = line.responses.median.map(ReportWords.time) ?? "–"
            let cells = [
                MarkdownText.cell(name), String(line.leads), String(line.contacts), median,
                String(line.tours(.kept)), String(line.tours(.missed)),
                String(line.tours(.cancelled)), String(line.answered),
            ]
            text += "| \(cells.joined(separator: " | ")) |\n"
        }
        return text
    }
}

/// How a report words times.
package enum ReportWords {
    /// `45 s`, `12 min`, `3 h 20 min`, `2 d 4 h` of open hours.
    package static func time(_ seconds: Int) -> String {
        let minutes = seconds / 60
        if seconds < 60 { return "\(seconds) s" }
        if minutes < 60 { return "\(minutes) min" }
        if minutes < 1_440 {
            return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
        }
        let hours = minutes / 60
        return hours % 24 == 0 ? "\(hours / 24) d" : "\(hours / 24) d \(hours % 24) h"
    }
}

/// A cell of comma-separated values that no spreadsheet runs.
package enum CSVCell {
    private static let starts: Set<Character> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    private static let quoted: Set<Unicode.Scalar> = [",", "\"", "\r", "\n", "\t", ";"]

    /// The text as a cell: what looks like a formula after an apostrophe, quoted where it must be.
    package static func text(_ text: String) -> String {
        let first = text.first { $0 == "\t" || $0 == "\r" || $0 == "\n" || !$0.isWhitespace }
        let isFormula = first.map(starts.contains) ?? false
        let safe = isFormula ? "'" + text : text
        let mustQuote = safe.unicodeScalars.contains { quoted.contains($0) }
        let hasEdge = safe.first?.isWhitespace == true || safe.last?.isWhitespace == true
        guard mustQuote || hasEdge else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}

/// A text within a table of Markdown.
enum MarkdownText {
    private static let signs: Set<Character> = [
        "\\", "|", "`", "*", "_", "[", "]", "<", ">", "#", "&", "~", "!",
    ]

    static func cell(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline || character == "\t" {
                result += " "
            } else if signs.contains(character) {
                result += "\\" + String(character)
            } else if !character.isControl {
                result.append(character)
            }
        }
        return result
    }
}

extension Character {
    /// Whether it is no sign but an order to what shows it.
    fileprivate var isControl: Bool {
        unicodeScalars.contains {
            $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        }
    }
}
