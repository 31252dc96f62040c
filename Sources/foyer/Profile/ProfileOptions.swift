import ArgumentParser

/// Whose desk a command is about.
struct ProfileOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The agent's directory on this terminal; without it FOYER_PROFILE, or your own.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var profile: String?

    var directory: ProfileDirectory { ProfileDirectory(named: profile) }
}
