import Foundation
import Screen

/// What a command has to say as a sentence or some lines.
protocol Described {
    var description: String { get }
}

/// Writes a command's result for a person or for a program.
enum Output {
    static func show(_ value: some Encodable & Described, asJSON: Bool) throws {
        if asJSON {
            try showJSON(value)
        } else {
            say(value.description)
        }
    }

    /// Prints a sentence or some lines, in which names and words from outside may stand.
    static func say(_ text: String) { print(clean(text)) }

    /// The same lines with nothing in them that a terminal would take for an order.
    static func clean(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { DisplayText(outside: String($0)).string }
            .joined(separator: "\n")
    }

    static func showJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// How long ago, in the largest unit that says enough: `12m`, `3h`, `59d`.
    static func age(_ duration: Duration) -> String {
        let minutes = max(0, duration.components.seconds / 60)
        if minutes < 60 { return "\(minutes)m" }
        return minutes < 1_440 ? "\(minutes / 60)h" : "\(minutes / 1_440)d"
    }

    /// Text from outside, made safe for a terminal and cut to columns.
    static func cell(_ text: String?, _ columns: Int) -> String {
        let text = DisplayText(outside: text ?? "").fitted(to: columns)
        return text.string + String(repeating: " ", count: columns - text.width)
    }
}
