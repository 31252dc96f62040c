import ArgumentParser
import Screen

/// `foyer themes`.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "List the themes, and say what is wrong with those that cannot be used.",
        discussion: ThemeReference.text
    )

    @Option(
        help: ArgumentHelp("A directory of theme files.", valueName: "dir"),
        completion: .directory
    )
    var themes: String?

    @Flag(help: "Print it as JSON.")
    var json = false

    /// A theme as it is listed.
    struct Listed: Encodable {
        var name: String
        /// What its file says first of itself.
        var about: String?
        var problem: String?
        /// Texts that are hard to read on what lies under them.
        var illegible: [String]
    }

    func run() throws {
        let library = try ThemeFiles(named: themes).library
        let listed = library.names.map { Self.check($0, library) }
        if json { return try Output.showJSON(listed) }
        for theme in listed {
            print(Output.cell(theme.name, 16) + (theme.problem ?? theme.about ?? ""))
            for text in theme.illegible { print("                \(text)") }
        }
    }

    private static func check(_ name: String, _ library: ThemeLibrary) -> Listed {
        var listed = Listed(name: name, about: library.about(name), problem: nil, illegible: [])
        do {
            listed.illegible = try library.theme(name).illegible().map { found in
                let contrast = (found.contrast * 10).rounded(.down) / 10
                return "\(found.role.rawValue) on \(found.ground.rawValue) has \(contrast):1"
            }
        } catch {
            listed.problem = "\(error)"
        }
        return listed
    }
}
