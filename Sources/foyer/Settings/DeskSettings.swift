import Foundation
import Screen

/// What the agent's `desk.toml` sets; an option of the command line wins over it.
struct DeskSettings: Equatable {
    var theme: String?
    var mouse: Bool?
    var ascii: Bool?
    var linear: Bool?
    /// Minutes without a key after which a desk with a PIN locks itself.
    var lockMinutes: Int?

    /// As `desk.md` has it: an agent's telephone call is longer than three minutes.
    static let usualLockMinutes = 10

    private enum Key: String, CaseIterable {
        case theme, mouse, ascii, linear
        case lockMinutes = "lock-minutes"
    }

    init() {}

    /// Reads the file where there is one; what is wrong in it is named by its line.
    init(file path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Complaint("\(path) cannot be read; it is a text in UTF-8")
        }
        do {
            try read(text)
        } catch {
            throw Complaint(error.sentence(in: path))
        }
    }

    private mutating func read(_ text: String) throws(FileProblem) {
        for entry in try TextTable(text).entries {
            switch (Key(rawValue: entry.key), entry.value) {
            case (.theme, .text(let name)): theme = name
            case (.mouse, .flag(let flag)): mouse = flag
            case (.ascii, .flag(let flag)): ascii = flag
            case (.linear, .flag(let flag)): linear = flag
            case (.lockMinutes, .number(let minutes)) where (1...480).contains(minutes):
                lockMinutes = minutes
            case (.lockMinutes, _):
                throw FileProblem(
                    line: entry.line,
                    reason: "lock-minutes takes a whole number, 1 to 480"
                )
            case (.theme, _):
                throw FileProblem(line: entry.line, reason: "theme takes a name like \"auto\"")
            case (.mouse, _), (.ascii, _), (.linear, _):
                throw FileProblem(line: entry.line, reason: "\(entry.key) takes true or false")
            case (nil, _):
                let hint = Nearest.hint(to: entry.key, among: Key.allCases.map(\.rawValue))
                throw FileProblem(line: entry.line, reason: "\(entry.key) is no setting\(hint)")
            }
        }
    }
}
