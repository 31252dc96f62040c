import ArgumentParser
import Hub
import HubServer
import Logging
import Wire

/// `foyer-hub feed`.
struct Feed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the address of an agent's tours for other calendar programs.",
        discussion: """
            Whoever has the address reads the tours of that agent, and those that are nobody's \
            yet, as long as the agent has the properties; with &all=1 behind it everybody's \
            there. It tells names and times, no address and no number of who comes, and it \
            changes nothing. It is printed once. `devices` lists it, `revoke` ends it.

            Examples:
              foyer-hub feed --database hub.sqlite dana@homes.example --hub https://hub.example:8700
              foyer-hub revoke --database hub.sqlite 7f3c
            """
    )

    @Argument(help: "The agent's e-mail address, as the platform has it.")
    var email: String

    @Option(help: ArgumentHelp("The hub as calendar programs reach it.", valueName: "url"))
    var hub = "https://hub.example:8700"

    @Option(help: "What it is called among the devices.")
    var name = "calendar"

    @OptionGroup var options: DatabaseOptions

    func validate() throws {
        guard hub.hasPrefix("https://") || hub.hasPrefix("http://") else {
            throw ValidationError("--hub begins with https:// or http://")
        }
        guard name.utf8.count <= 255 else { throw ValidationError("--name is 255 bytes or less") }
    }

    func run() async throws {
        let token = try await options.withStore(.command) { store in
            try await TourFeed(store: store, clock: .system, logger: .operators)
                .make(email: email, name: name)
        }
        guard let token else {
            throw Complaint(
                "no agent has that address; property_manager.email of the platform is what counts"
            )
        }
        var base = hub[...]
        while base.last == "/" { base.removeLast() }
        print("\(base)\(WireProtocol.Path.tours)?token=\(token.text)")
    }
}
