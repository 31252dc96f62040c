import ArgumentParser
import Foundation
import Model
import Replica

/// `foyer` alone.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "Open the desk; the same as foyer alone.",
        discussion: """
            Press ? for the keys, q to leave.

            Examples:
              foyer
              foyer --profile ~/foyer-dana --theme light
            """
    )

    @OptionGroup var options: ProfileOptions
    @OptionGroup var arguments: DeskArguments

    func run() throws {
        guard let next = try open() else { return }
        try Relaunch.run(profile: next)
    }

    /// Answers whose profile is to be opened next; all of this one is closed then.
    private func open() throws -> String? {
        let profile = try options.directory.load()
        let writer = try options.directory.openReplica(now: .current, agent: profile.agent)
        let watch = LinkWatch(options.directory)
        let source = DeskSource(
            agent: profile.agent,
            reader: writer.reader,
            now: { .current },
            crashReport: options.directory.crashReport,
            writer: writer,
            directory: options.directory,
            hub: profile.hub,
            watch: watch,
            pin: options.directory.pin,
            agents: TerminalAgents(here: options.directory),
            bell: options.directory.bell,
            connect: { tell in
                try await ConnectedDesk.begin(
                    profile,
                    writer,
                    heard: { watch.take($0) },
                    tell: tell
                )
            }
        )
        return try DeskProgram(source: source, arguments: arguments).run()
    }
}
