import ArgumentParser

/// Measures what Foyer promises, on whatever machine it runs.
///
/// Every figure stands beside a baseline that was measured in the same run, so that a ratio can be
/// compared between machines and the figures need not be.
@main
struct FoyerBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foyer-bench",
        abstract: "Measure first sync, desk, windows, writes, platform and hub beside baselines.",
        discussion: """
            Build with -c release, programs and all: swift build -c release

            Examples:
              foyer-bench sync
              foyer-bench desk --messages 1000000
              foyer-bench windows
              foyer-bench writes
              foyer-bench platform --database postgres:///bench
              foyer-bench hub copy --database postgres:///bench
            """,
        subcommands: [
            SyncBench.self, DeskBench.self, WindowsBench.self, WritesBench.self,
            PlatformBench.self, HubBench.self,
        ]
    )
}
