import ArgumentParser
import Screen

/// How the desk looks, for every command that draws one.
struct DeskArguments: ParsableArguments {
    @Option(help: ArgumentHelp("The colours: dark, light, …; T changes them.", valueName: "name"))
    var theme = "dark"

    @Option(
        help: ArgumentHelp("A directory of theme files.", valueName: "dir"),
        completion: .directory
    )
    var themes: String?

    @Flag(help: "Let the mouse choose panes and scroll; selecting text needs Shift then.")
    var mouse = false

    @Flag(help: "Draw frames and marks in ASCII.")
    var ascii = false

    /// The themes, and the one to begin with.
    func looks() throws -> (library: ThemeLibrary, theme: Theme) {
        let library = try ThemeFiles.library(named: themes)
        return (library, try library.theme(theme))
    }
}
