import ArgumentParser

/// The operator's program: makes a hub's database, fills it, serves it, and says who may come in.
@main
struct FoyerHub: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foyer-hub",
        abstract: "Serves a company's conversations to the desks of its leasing offices.",
        discussion: """
            A first day, with one CSV file a table in ./csv:
              foyer-hub import --database hub.sqlite ./csv
              foyer-hub serve --database hub.sqlite
              foyer-hub invite --database hub.sqlite dana@homes.example

            Then, with the code that invite prints, at Dana's terminal:
              foyer enroll http://127.0.0.1:8700 CODE

            A terminal was lost:
              foyer-hub devices --database hub.sqlite
              foyer-hub revoke --database hub.sqlite 7f3c

            What a command has to say goes to standard output, why it could not goes to standard \
            error. Exit codes: 0 done, 1 not done, 64 not understood.

            Completions for your shell: foyer-hub --generate-completion-script zsh
            """,
        subcommands: [
            Serve.self, Migrate.self, Import.self, Invite.self, Devices.self, Revoke.self,
            Feed.self,
            Doctor.self, Audit.self,
        ]
    )
}
