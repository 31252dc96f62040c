import ArgumentParser
import Desk

/// `foyer keys`.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Print every command with its keys, as a keymap file.",
        discussion: Keymap.reference
    )

    @Option(
        help: ArgumentHelp("The keymap to read; else your own.", valueName: "file"),
        completion: .file(extensions: ["toml"])
    )
    var keymap: String?

    func run() throws {
        print(Keymap.text(of: try KeymapFile.table(named: keymap)), terminator: "")
    }
}
