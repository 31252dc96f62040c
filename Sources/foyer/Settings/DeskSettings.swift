import Desk
import Foundation
import Model
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

    /// Minutes of open hours after which a waiting lead is marked, once and twice.
    var amberMinutes: Int?
    var redMinutes: Int?
    /// How somebody new is announced.
    var bell: Bool?
    var flash: Bool?
    var notify: Bool?

    private enum Key: String, CaseIterable {
        case theme, mouse, ascii, linear, bell, flash, notify
        case amberMinutes = "amber_minutes"
        case redMinutes = "red_minutes"
        case lockMinutes = "lock_minutes"
    }

    /// Minutes that a threshold may have: a day.
    private static let minutes = 1...1_440

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
                    reason: "lock_minutes takes a whole number, 1 to 480"
                )
            case (.bell, .flag(let flag)): bell = flag
            case (.flash, .flag(let flag)): flash = flag
            case (.notify, .flag(let flag)): notify = flag
            case (.amberMinutes, .number(let count)) where Self.minutes.contains(count):
                amberMinutes = count
            case (.redMinutes, .number(let count)) where Self.minutes.contains(count):
                redMinutes = count
            case (.amberMinutes, _), (.redMinutes, _):
                throw FileProblem(
                    line: entry.line,
                    reason: "\(entry.key) takes minutes from 1 to 1440"
                )
            case (.theme, _):
                throw FileProblem(line: entry.line, reason: "theme takes a name like \"auto\"")
            case (.mouse, _), (.ascii, _), (.linear, _), (.bell, _), (.flash, _), (.notify, _):
                throw FileProblem(line: entry.line, reason: "\(entry.key) takes true or false")
            case (nil, _):
                let hint = Nearest.hint(to: entry.key, among: Key.allCases.map(\.rawValue))
                throw FileProblem(line: entry.line, reason: "\(entry.key) is no setting\(hint)")
            }
        }
    }

    /// What the desk needs to know of them.
    func options(isASCII: Bool, isLinear: Bool, zone: Zone?) -> DeskOptions {
        var options = DeskOptions(isASCII: isASCII, isLinear: isLinear, zone: zone)
        options.amberMinutes = amberMinutes ?? options.amberMinutes
        // Who waits too long has waited long before.
        options.redMinutes = max(redMinutes ?? options.redMinutes, options.amberMinutes)
        options.rings = bell ?? options.rings
        options.flashes = flash ?? options.flashes
        options.notifies = notify ?? options.notifies
        return options
    }
}
