import Desk
import Foundation
import Replica
import Terminal

/// The agent's own editor, for a long text: `$VISUAL`, else `$EDITOR`.
///
/// The text is in a file of the profile that nobody else may read, for as long as the editor has
/// it; what the editor leaves beside it goes with it. What it keeps elsewhere is its own affair.
struct OutsideEditor {
    private let folder: String
    private let environment: [String: String]

    init(
        _ directory: ProfileDirectory,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        folder = directory.editing
        self.environment = environment
    }

    /// Bytes that are read of what was saved: beyond any text that a form takes.
    private static let mostBytes = 1 << 20
    private static let ending = ".txt"

    /// Lets a text be edited; `lend` gives the terminal to a program until it has ended.
    func edit(
        _ name: String,
        _ text: String,
        _ lend: ([String]) throws -> LentEnd
    ) -> OutsideEdit {
        let program = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.map {
            $0.split(separator: " ").map(String.init)
        }
        .first { !$0.isEmpty }
        guard let program else {
            let words = "No editor is named; before foyer: export EDITOR=nano"
            return OutsideEdit(name: name, trouble: words)
        }
        defer { clear() }
        do {
            try PrivateFile.makeDirectory(folder)
            let path = path(of: name)
            try PrivateFile.replace(path, with: text)
            Relaunch.closeOnExecution()
            let end = try lend(program + [path])
            return outcome(of: end, name, before: text, after: saved(path))
        } catch TerminalTrouble.system(let program, let number) {
            let reason = String(cString: strerror(number))
            return OutsideEdit(name: name, trouble: "\(program) does not start: \(reason)")
        } catch {
            return OutsideEdit(name: name, trouble: "Your editor did not start: \(error)")
        }
    }

    private func outcome(
        of end: LentEnd,
        _ name: String,
        before: String,
        after: String?
    ) -> OutsideEdit {
        var edit = OutsideEdit(name: name)
        if let after, after != before { edit.text = after }
        switch end {
        case .exited(0): break
        case .exited(let code): edit.trouble = "Your editor ended with \(code)."
        case .killed(let signal): edit.trouble = "Your editor was ended by signal \(signal)."
        }
        if edit.trouble != nil {
            edit.trouble? +=
                edit.text == nil ? " The text is as it was." : " What it saved is here."
        }
        if let text = edit.text, text.unicodeScalars.count > OutsideEdit.longest {
            edit.trouble = keepWhole(text)
        }
        return edit
    }

    /// A text that no form takes whole is kept beside it.
    private func keepWhole(_ text: String) -> String {
        let most = "More than \(OutsideEdit.longest) characters do not fit here; "
        return switch DeskFiles.keep(name: "foyer-text", ending: "txt", text: text) {
        case .fileKept(let path): most + "all of it is in \(path)"
        case .fileNotKept(let reason): most + "the rest is lost: \(reason)"
        default: most
        }
    }

    /// Takes over what an editor had when a desk ended before it, and removes it.
    func recover(into outbox: Outbox) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard !names.isEmpty else { return }
        let drafts = (try? outbox.drafts()) ?? [:]
        for file in names where file.hasSuffix(Self.ending) {
            let encoded = file.dropLast(Self.ending.count)
            guard let name = String(encoded).removingPercentEncoding,
                let text = saved("\(folder)/\(file)"), !text.isEmpty, text != drafts[name]
            else { continue }
            try? outbox.keepDraft(name, text)
        }
        clear()
    }

    private func path(of name: String) -> String {
        let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-"))
        let file = name.addingPercentEncoding(withAllowedCharacters: plain) ?? "text"
        return "\(folder)/\(file)\(Self.ending)"
    }

    /// What was saved, without the line break that editors put at the end; nil where it is no plain
    /// file of ours.
    private func saved(_ path: String) -> String? {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let bytes = try? handle.read(upToCount: Self.mostBytes)
        else { return status.st_size == 0 ? "" : nil }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// Destroys the file and what an editor left beside it.
    private func clear() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names { PrivateFile.wipe("\(folder)/\(name)") }
    }
}
