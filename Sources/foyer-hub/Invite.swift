import ArgumentParser
import Hub
import HubServer
import Logging

/// `foyer-hub invite`.
struct Invite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a code that makes a terminal an agent's.",
        discussion: """
            The code is good for ten minutes, for one terminal. Tell it to the agent in person or \
            over the phone. A hub may be serving the database meanwhile.

            Example:
              foyer-hub invite --database hub.sqlite dana@homes.example
              K7QF2M9X
            """
    )

    @Argument(help: "The agent's e-mail address, as the platform has it.")
    var email: String

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let code = try await options.withStore(.command) { store in
            try await Enrolment(store: store, clock: .system, logger: .operators)
                .invite(email: email)
        }
        guard let code else {
            throw Complaint(
                "no agent has that address; property_manager.email of the platform is what counts"
            )
        }
        print(code.text)
    }
}
