import Foundation

/// A write as `foyer outbox list --json` prints it.
struct OutboxWrite: Decodable {
    var id: String
    var kind: String
    var state: String
    var reason: String?

    /// All writes of a profile, what is done and dropped too.
    static func list(_ profile: String) throws -> [OutboxWrite] {
        let text = try Run.text(
            Programs.foyer,
            "outbox",
            "list",
            "--all",
            "--json",
            "--profile",
            profile
        )
        return try JSONDecoder().decode([OutboxWrite].self, from: Data(text.utf8))
    }
}
