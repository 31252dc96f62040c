import Foundation
import PostgresServer
import Testing

/// Writing beside an open desk, and into the platform's own database.
@Suite(.serialized)
struct WritingPlacesTests {
    @Test(
        "an open desk sends what a command beside it wrote",
        .enabled(if: Tmux.isHere, "needs tmux; Tests/run installs it")
    )
    func besideDesk() throws {
        let desks = try Desks(questions: 2)
        let tmux = try Tmux(width: 120, height: 40)
        try tmux.type("clear; \(Programs.foyer) --profile \(desks.robin); echo left $?")
        try tmux.see("● live")
        try tmux.press("3")
        try tmux.see("storage room 1")
        let question = desks.company.question(1)
        let (report, status) = try desks.write(["answer", question, "Ten."], desks.robin)
        #expect(report.state == "waiting", "the desk sends it")
        #expect(status == 0)
        try tmux.seeNoMore("storage room 1")
        try eventually("the write is done") {
            try desks.outbox(desks.robin).map(\.state) == ["applied"]
        }
        #expect(try desks.texts("SELECT answer FROM faq") == ["Ten."])
        try tmux.press("q")
        try tmux.see("left 0")
        #expect(try desks.areEqual())
    }

    @Test(
        "over PostgreSQL a command ends in the platform's rows, the ledger and the audit",
        .enabled(if: PostgresServer.isHere, "needs PostgreSQL; see Tests/run")
    )
    func postgres() throws {
        let server = try PostgresServer()
        defer { server.stop() }
        let scratch = try Scratch()
        let platform = try server.makeDatabase()
        let address = server.address(platform)
        let talk = SmallCompany.Talk(name: "Avery", messages: ["Hi"], question: "Parking?")
        let company = SmallCompany(talks: [talk])
        let folder = try company.write(to: scratch, "csv")
        _ = try Run.text(Programs.hub, "migrate", "--database", address)
        _ = try Run.text(Programs.hub, "import", "--database", address, folder)
        let hub = try HubProcess(database: address)
        let profile = scratch.file("robin")
        try hub.enroll(SmallCompany.email, profile: profile)
        _ = try Run.text(Programs.foyer, "sync", "--once", "--profile", profile)
        for command in [
            ["answer", company.question(0), "One each."],
            ["lead", "note", company.conversation(0), "third floor"],
            ["tour", "book", "12/4 11am", "--anyway", "--lead", company.conversation(0)],
        ] {
            let run = try Run(Programs.foyer, command + ["--profile", profile])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output == "done\n")
        }
        let counts = try server.psql(
            platform,
            [
                "-At", "-c",
                """
                SELECT (SELECT count(*) FROM tasks WHERE status = 'answered'),
                    (SELECT answer FROM faq), (SELECT count(*) FROM tours),
                    (SELECT count(*) FROM foyer.ledger WHERE outcome = 'applied'),
                    (SELECT count(*) FROM foyer.audit)
                """,
            ]
        )
        #expect(counts == "1|One each.|1|3|3\n")
        let verified = try Run(Programs.foyer, ["verify", "--profile", profile])
        #expect(verified.output.hasPrefix("equal:"), "\(verified.output)")
    }
}
