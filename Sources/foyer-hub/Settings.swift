import Foundation
import Hub
import TOMLKit

/// What the file and the environment set; the environment wins.
struct Settings {
    private var texts: [Setting: String] = [:]

    /// Reads the file where there is one; a key that nobody knows, or a value of another kind, is
    /// named with its line.
    init(
        file path: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(SettingsTrouble) {
        if let path { try read(path) }
        for setting in Setting.allCases {
            guard let text = environment[setting.variable], !text.isEmpty else { continue }
            guard Self.accepts(text, setting) else {
                throw SettingsTrouble("\(setting.variable) \(Self.wanted(setting))")
            }
            texts[setting] = text
        }
    }

    func text(_ setting: Setting) -> String? { texts[setting] }

    func number(_ setting: Setting) -> Int? { texts[setting].flatMap { Int($0) } }

    func flag(_ setting: Setting) -> Bool { texts[setting] == "true" }

    private mutating func read(_ path: String) throws(SettingsTrouble) {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw SettingsTrouble("\(path) cannot be read")
        }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw SettingsTrouble("\(path):\(error.source.begin.line): \(error.description)")
        } catch {
            throw SettingsTrouble("\(path) is no TOML")
        }
        for (key, value) in table {
            let place = Self.line(of: key, in: text).map { "\(path):\($0)" } ?? path
            guard let setting = Setting(rawValue: key) else {
                let hint = Nearest.hint(to: key, among: Setting.allCases.map(\.rawValue))
                throw SettingsTrouble("\(place): \(key) is no setting\(hint)")
            }
            guard let text = Self.text(value, setting), Self.accepts(text, setting) else {
                throw SettingsTrouble("\(place): \(key) \(Self.wanted(setting))")
            }
            texts[setting] = text
        }
    }

    /// Nil where TOML has it as another kind.
    private static func text(_ value: any TOMLValueConvertible, _ setting: Setting) -> String? {
        switch setting.kind {
        case .text: value.string
        case .flag: value.bool.map { String($0) }
        case .number: value.int.map { String($0) }
        }
    }

    private static func accepts(_ text: String, _ setting: Setting) -> Bool {
        switch setting.kind {
        case .text: !text.isEmpty
        case .flag: text == "true" || text == "false"
        case .number(let range): Int(text).map(range.contains) ?? false
        }
    }

    private static func wanted(_ setting: Setting) -> String {
        switch setting.kind {
        case .text: "takes a text"
        case .flag: "takes true or false"
        case .number(let range): "takes a number from \(range.lowerBound) to \(range.upperBound)"
        }
    }

    /// The line where a key is set, from 1: TOML's parser keeps the places of errors only.
    private static func line(of key: String, in text: String) -> Int? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let index = lines.firstIndex { line in
            let rest = line.drop { " \t[\"'".contains($0) }
            return rest.hasPrefix(key)
                && rest.dropFirst(key.count).first.map { " \t=]\"'.".contains($0) } ?? false
        }
        return index.map { $0 + 1 }
    }
}

/// Why the settings cannot be used, with the place; it quotes no value, which may be a password.
struct SettingsTrouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
