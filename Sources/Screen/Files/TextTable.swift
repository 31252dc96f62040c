internal import TOMLKit

/// A file of settings as a person wrote it, in TOML: keys, values, and the lines they stand on.
package struct TextTable: Equatable, Sendable {
    /// One key that is set.
    package struct Entry: Equatable, Sendable {
        package var key: String
        package var value: Value
        /// Counted from 1.
        package var line: Int?
    }

    /// What a key is set to.
    package enum Value: Equatable, Sendable {
        case text(String)
        case texts([String])
        case flag(Bool)
        /// A whole number.
        case number(Int)
        /// A fraction, a date, a table: nothing that our files take.
        case other
    }

    /// By their lines.
    package let entries: [Entry]

    /// Reads a file's text.
    package init(_ text: String) throws(FileProblem) {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw FileProblem(line: error.source.begin.line, reason: error.description)
        } catch {
            throw FileProblem(line: nil, reason: "is no TOML")
        }
        let lines = TOMLLines(text)
        entries = table.map { key, value in
            Entry(key: key, value: Value(value), line: lines.line(of: key, in: nil))
        }
        .sorted { ($0.line ?? 0, $0.key) < ($1.line ?? 0, $1.key) }
    }
}

extension TextTable.Value {
    fileprivate init(_ value: any TOMLValueConvertible) {
        if let text = value.string {
            self = .text(text)
        } else if let flag = value.bool {
            self = .flag(flag)
        } else if let number = value.int {
            self = .number(number)
        } else if let list = value.array {
            let texts = list.map(\.string)
            self = texts.contains(nil) ? .other : .texts(texts.compactMap(\.self))
        } else {
            self = .other
        }
    }
}

/// What is wrong in a file that a person wrote.
package struct FileProblem: Error, Equatable, Sendable {
    /// The line, counted from 1; nil where it is not about one.
    package let line: Int?
    package let reason: String

    /// A problem of a line.
    package init(line: Int?, reason: String) {
        self.line = line
        self.reason = reason
    }

    /// With the file that it is in.
    package func sentence(in file: String) -> String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(reason)"
    }
}
