import Desk
import Screen
import Terminal

/// The themes that there are and the one that the desk is drawn in; the drawing thread's own.
final class DeskLooks {
    /// The name of the choice that follows the terminal: light on light paper, dark on dark.
    static let automatic = "auto"

    /// Tells when a theme's file is saved.
    let watch: FileWatch
    private let files: ThemeFiles
    private var library: ThemeLibrary
    private(set) var chosen: String
    private var backdrop: Backdrop?
    /// Each theme as it was when it was last used.
    private var used: [String: Theme] = [:]

    init(_ files: ThemeFiles, chosen: String, backdrop: Backdrop?) {
        // Watched before they are read, so that nothing is saved in between.
        watch = FileWatch(directories: files.directories)
        self.files = files
        self.chosen = chosen
        self.backdrop = backdrop
        library = files.library
    }

    /// What the desk needs to know of them.
    var event: DeskEvent {
        .themesKnown([Self.automatic] + library.names, current: chosen)
    }

    /// The theme that is chosen.
    func theme() throws(ThemeProblem) -> Theme { try choose(chosen) }

    /// Chooses another theme; one that is broken leaves the one before.
    func choose(_ name: String) throws(ThemeProblem) -> Theme {
        let theme = try library.theme(
            name == Self.automatic ? (backdrop ?? .dark).theme : name
        )
        used[name] = theme
        chosen = name
        return theme
    }

    /// A theme as it was before its file was broken; nil where it was never used.
    func beforeItBroke(_ name: String) -> Theme? {
        guard let theme = used[name] else { return nil }
        chosen = name
        return theme
    }

    /// Takes what the terminal says of its paper; answers whether that is news.
    func see(_ backdrop: Backdrop) -> Bool {
        defer { self.backdrop = backdrop }
        return chosen == Self.automatic && (self.backdrop ?? .dark) != backdrop
    }

    /// Reads the files again.
    func reload() {
        library = files.library
    }
}
