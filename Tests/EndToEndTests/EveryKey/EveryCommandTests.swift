import Desk
import Foundation
import Testing

/// The command table, from its first row to its last, through real keys.
@Suite(.enabled(if: DeskDay.isPossible, "needs PostgreSQL and tmux; see Tests/run"), .serialized)
struct EveryCommandTests {
    @Test(
        "every command of the table is reached by each of its keys, and its effect is seen",
        .timeLimit(.minutes(4)),
        arguments: Recipe.parts
    )
    func walk(part: String, recipes: [Recipe]) throws {
        let wanted = recipes.filter { Self.isWanted($0.id) }
        guard !wanted.isEmpty else { return }
        let walk = try Walk()
        for recipe in wanted {
            let command = try #require(CommandTable.standard.command(recipe.id))
            // What has no key is found by its name, by the recipe.
            for key in command.keys.isEmpty ? [""] : command.keys {
                do {
                    try walk.follow(recipe, key)
                } catch {
                    Issue.record("\(recipe.id.rawValue), \(key), \(command.title): \(error)")
                }
            }
        }
    }

    @Test("no command of the table is without a recipe", arguments: CommandTable.standard.commands)
    func recipes(command: Command) {
        #expect(
            Recipe.all.contains { $0.id == command.id },
            "\(command.id.rawValue) is pressed by no test: give it a line in EveryKey"
        )
    }

    /// `FOYER_COMMANDS=zoom,back` walks some alone.
    private static func isWanted(_ id: CommandID) -> Bool {
        guard let names = ProcessInfo.processInfo.environment["FOYER_COMMANDS"] else { return true }
        return names.split(separator: ",").contains { $0 == id.rawValue }
    }
}
