import ArgumentParser
import Screen

/// How the desk looks, for every command that draws one.
struct DeskArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The colours: auto, dark, light, …; foyer help themes says more.",
            valueName: "name"
        )
    )
    var theme: String?

    @Option(
        help: ArgumentHelp("A directory of theme files.", valueName: "dir"),
        completion: .directory
    )
    var themes: String?

    @Option(
        help: ArgumentHelp(
            "A file that gives commands other keys; foyer help keys says more.",
            valueName: "file"
        ),
        completion: .file(extensions: ["toml"])
    )
    var keymap: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Let the mouse choose panes and scroll; selecting text needs Shift then."
    )
    var mouse: Bool?

    @Flag(help: "Draw frames and marks in ASCII.")
    var ascii = false

    @Flag(
        inversion: .prefixedNo,
        help: "Say the desk line by line, for a screen reader: no frames, only what changed."
    )
    var linear: Bool?

    /// What was set, by these or by the agent's file.
    func settings() throws -> DeskSettings {
        var settings = try DeskSettings(file: ConfigurationDirectory().settings)
        settings.theme = theme ?? settings.theme
        settings.mouse = mouse ?? settings.mouse
        settings.linear = linear ?? settings.linear
        if ascii { settings.ascii = true }
        return settings
    }
}
