import Desk
import Foundation
import Screen

/// The agent's own keys, from a file.
enum KeymapFile {
    /// The commands with the keys that a file gives them: the one that was named, or the agent's
    /// own where there is one.
    static func table(named path: String?) throws -> CommandTable {
        let own = ConfigurationDirectory().keymap
        guard let file = path ?? (FileManager.default.fileExists(atPath: own) ? own : nil) else {
            return .standard
        }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw Complaint("\(file) cannot be read; it is a text in UTF-8")
        }
        do {
            return try Keymap(text).table()
        } catch {
            throw Complaint(error.sentence(in: file))
        }
    }
}
