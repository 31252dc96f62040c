import Foundation

/// One agent of a small company with a terminal, over a hub on SQLite.
final class LoneDesk {
    let scratch: Scratch
    let company: SmallCompany
    let hub: HubProcess
    let profile: String

    /// What three visitors said; two of them asked the same.
    static let talks = [
        SmallCompany.Talk(
            name: "Avery Stone",
            messages: ["Do you allow two cats?", "Yes, two."],
            question: "Is parking included?"
        ),
        SmallCompany.Talk(name: "Miles Jessup", messages: ["Is the pool open?"]),
        SmallCompany.Talk(name: "王 美咲", messages: ["is parking included"]),
    ]

    init() throws {
        scratch = try Scratch()
        company = SmallCompany(talks: Self.talks)
        let folder = try company.write(to: scratch, "csv")
        let database = scratch.file("hub.sqlite")
        _ = try Run.text(Programs.hub, "import", "--database", database, folder)
        hub = try HubProcess(database: database)
        profile = scratch.file("robin")
        try hub.enroll(SmallCompany.email, profile: profile)
    }

    deinit { hub.kill() }

    /// Starts the desk in a terminal, and waits until it shows that.
    func open(_ tmux: Tmux, _ arguments: String = "", until sign: String) throws {
        try tmux.type("clear; \(Programs.foyer) --profile \(profile) \(arguments); echo left $?")
        try tmux.see(sign)
    }

    /// Leaves the desk, whose rows must be exactly the hub's.
    func close(_ tmux: Tmux) throws {
        try tmux.press("q")
        try tmux.see("left 0")
        let verified = try Run.text(Programs.foyer, "verify", "--profile", profile)
        guard verified.hasPrefix("equal:") else { throw Failure(verified) }
    }

    /// The states of all writes, by what they are.
    func writes() throws -> [String: String] {
        Dictionary(
            try OutboxWrite.list(profile).map { ($0.kind, $0.state) },
            uniquingKeysWith: { $1 }
        )
    }
}
