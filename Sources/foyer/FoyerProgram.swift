import ArgumentParser
import Replica

/// The program of the office terminal.
///
/// Its root is not asynchronous: the desk needs the process's first thread for itself, and what is
/// asynchronous runs beside it.
@main
struct FoyerProgram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foyer",
        abstract: "The desk of a leasing office: leads, conversations, questions and tours.",
        discussion: """
            Look around, with a hub and visitors of its own:
              foyer demo

            A new terminal, with the code that the operator gave you:
              foyer enroll https://hub.homes.example:8700 K7QM2XWP
              foyer

            The same from scripts:
              foyer leads --limit 5
              foyer leads --json 'waiting score>70' | jq -r '.[].conversation_id'
              foyer conversation f70fab57-b56f-54a7-8209-f43f6b719bb7
              foyer answer 5d1f9a52-7c1e-4f7a-9a33-0f1f0a6f6d10 'One space per apartment.'
              foyer tour book --lead f70fab57-b56f-54a7-8209-f43f6b719bb7 'tue 3pm'
              foyer outbox
              foyer report --csv > today.csv
              foyer status --json
              foyer verify

            What a command has to say goes to standard output, why it could not goes to standard \
            error. Exit codes: 0 done, 1 not done, 64 not understood.

            Completions for your shell: foyer --generate-completion-script zsh
            """,
        subcommands: [
            DeskCommand.self, DemoCommand.self, EnrollCommand.self, SyncCommand.self,
            StatusCommand.self, VerifyCommand.self, LeadsCommand.self, QuestionsCommand.self,
            ToursCommand.self, ConversationCommand.self, AnswerCommand.self, DismissCommand.self,
            TourCommand.self, LeadCommand.self, OutboxCommand.self, RenderCommand.self,
            ThemesCommand.self, KeysCommand.self, TemplatesCommand.self, ReportCommand.self,
        ],
        defaultSubcommand: DeskCommand.self
    )

    /// Whatever a command was doing when the disk failed it, SQLite's own words are no help.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            exit(withError: ReplicaTrouble(disk: error) ?? error)
        }
    }
}
