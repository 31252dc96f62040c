import Foundation

/// Where an agent keeps what they have set: `$XDG_CONFIG_HOME/foyer`, or `~/.config/foyer`.
struct ConfigurationDirectory {
    let path: String

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let home =
            environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? HomeDirectory.path + "/.config"
        path = home + "/foyer"
    }

    /// Text files, one a template of emails.
    var templates: String { path + "/templates" }
    var themes: String { path + "/themes" }
    var settings: String { path + "/desk.toml" }
    var keymap: String { path + "/keymap.toml" }
}
